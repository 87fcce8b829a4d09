/** Raised ground for one thing; a fresh one has a persimmon edge, and says so in words elsewhere. */
import type { ReactNode } from "react";

import style from "./Card.module.css";
import { classes } from "./classes";

type CardProps = { as?: "article" | "section" | "div" | "li"; fresh?: boolean; label?: string; children: ReactNode };

export function Card({ as: Element = "section", fresh = false, label, children }: CardProps) {
  return (
    <Element className={classes(style.card, fresh && style.fresh)} aria-label={label}>
      {children}
    </Element>
  );
}

/** Cards under each other. */
export function CardList({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className={style.list} aria-label={label}>
      {children}
    </ul>
  );
}
