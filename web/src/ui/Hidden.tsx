/** Text for screen readers only. */
import type { ReactNode } from "react";

import style from "./Pill.module.css";

export function Hidden({ children }: { children: ReactNode }) {
  return <span className={style.spoken}>{children}</span>;
}
