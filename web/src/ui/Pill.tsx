/** What is new, offered and never pushed: one pill above the list, told to screen readers when it appears. */
import type { ReactNode } from "react";

import style from "./Pill.module.css";

export function Pill({ children, onPress }: { children: ReactNode | null; onPress: () => void }) {
  return (
    <div className={style.place} role="status">
      {children ? (
        <button type="button" className={style.pill} onClick={onPress}>
          {children}
        </button>
      ) : null}
    </div>
  );
}

/** 新着, unread: the one word in persimmon. */
export function Fresh({ children }: { children: ReactNode }) {
  return <span className={style.fresh}>{children}</span>;
}

/** A count of what is unread, beside the thing it counts. */
export function Count({ value, label }: { value: number; label: string }) {
  if (value === 0) return null;
  return (
    <span className={style.count}>
      <span aria-hidden="true">{value > 99 ? "99+" : value}</span>
      <span className={style.spoken}>{label}</span>
    </span>
  );
}
