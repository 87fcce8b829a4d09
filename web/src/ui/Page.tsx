/** The frame of a page: its title in the window and as heading, the way back, a side column, and actions in reach of the thumb. */
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "wouter";

import { Icon } from "./Icon";
import style from "./Page.module.css";
import { classes } from "./classes";

type PageProps = {
  /** Plain text, for the window's title, and the heading unless `heading` says otherwise. */
  title: string;
  /** What stands as heading instead of the title; null when the page draws its own h1. */
  heading?: ReactNode;
  lead?: ReactNode;
  /** Beside the heading: a link or a small button. */
  beside?: ReactNode;
  /** Where the arrow leads; on phones it takes the place of the header. */
  back?: string;
  /** At the right of the arrow. */
  backBeside?: ReactNode;
  /** Beside the column on wide screens, under it on narrow ones. */
  aside?: ReactNode;
  /** Forms and texts read better in a narrower column. */
  narrow?: boolean;
  /** Takes the whole width: for pages with columns of their own. */
  wide?: boolean;
  children: ReactNode;
};

export function Page({ title, heading, lead, beside, back, backBeside, aside, narrow = false, wide = false, children }: PageProps) {
  const { t } = useLingui();
  return (
    <div className={classes(style.page, narrow && style.narrow, wide && style.wide)} data-page-back={back ? "" : undefined}>
      <title>{`${title} · 縁側`}</title>
      {back ? (
        <div className={style.top}>
          <Link href={back} className={style.back} aria-label={t`戻る`}>
            <Icon name="back" />
          </Link>
          <div className={style.topBeside}>{backBeside}</div>
        </div>
      ) : null}
      {heading === null ? null : (
        <header className={style.head}>
          <h1 tabIndex={-1}>{heading ?? title}</h1>
          {beside ? <div className={style.beside}>{beside}</div> : null}
          {lead ? <div className={style.lead}>{lead}</div> : null}
        </header>
      )}
      <div className={classes(style.columns, Boolean(aside) && style.withAside)}>
        <div className={style.column}>{children}</div>
        {aside ? <aside className={style.aside}>{aside}</aside> : null}
      </div>
    </div>
  );
}

export function Section({ title, beside, children, id }: { title?: ReactNode; beside?: ReactNode; children: ReactNode; id?: string }) {
  return (
    <section className={style.section} id={id}>
      {title ? (
        <div className={style.sectionHead}>
          <h2>{title}</h2>
          {beside}
        </div>
      ) : null}
      {children}
    </section>
  );
}

/** The page's action: at the foot of the screen on phones, where it takes the bottom bar's place; in the column on desktops. */
export function ActionBar({ note, children }: { note?: ReactNode; children: ReactNode }) {
  return (
    <div className={style.actions} data-action-bar>
      {note ? <div className={style.note}>{note}</div> : null}
      <div className={style.actionButtons}>{children}</div>
    </div>
  );
}
