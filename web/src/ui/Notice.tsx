/** Sentences that stand in the page: the demo's banner, a remark before an act, what is wrong with a form. */
import type { ReactNode } from "react";

import { Icon, type IconName } from "./Icon";
import style from "./Notice.module.css";
import { classes } from "./classes";

export function Banner({ label, children }: { label: string; children: ReactNode }) {
  return (
    <aside className={style.banner} aria-label={label}>
      <p>{children}</p>
    </aside>
  );
}

type NoticeProps = { tone?: "plain" | "good" | "bad" | "place"; icon?: IconName; title?: ReactNode; children?: ReactNode; role?: "alert" | "status" };

export function Notice({ tone = "plain", icon, title, children, role }: NoticeProps) {
  return (
    <div className={classes(style.notice, style[tone])} role={role}>
      {icon ? <Icon name={icon} /> : null}
      <div className={style.body}>
        {title ? <p className={style.title}>{title}</p> : null}
        {children}
      </div>
    </div>
  );
}

/** One calm line, told when it changes: how many were found; as a band across the page, that one is offline. */
export function StatusLine({ icon, band = false, children }: { icon?: IconName; band?: boolean; children: ReactNode }) {
  return (
    <p className={classes(style.line, band && style.band)} role="status">
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </p>
  );
}
