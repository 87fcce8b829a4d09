/** Small words on a tinted ground: what something is (Tag), and what a list is narrowed by (FilterChip). */
import type { MouseEvent, ReactNode } from "react";
import { Link } from "wouter";

import { Icon } from "./Icon";
import style from "./Tag.module.css";
import { classes } from "./classes";
import { textLanguage } from "./language";

/** wood marks places and kinds, bamboo what one can give, indigo what one looks for. */
export type Tone = "wood" | "bamboo" | "indigo" | "outline";

export function Tag({ tone = "wood", lang, children }: { tone?: Tone; lang?: string; children: ReactNode }) {
  return (
    <span className={classes(style.tag, style[tone])} lang={lang}>
      {children}
    </span>
  );
}

/** Tags in a row that wraps; an item may be a text or a node with its own key. */
export function Tags({ tone = "wood", items, label }: { tone?: Tone; items: readonly string[]; label?: string }) {
  return (
    <ul className={style.tags} aria-label={label}>
      {items.map((item) => (
        <li key={item} className={classes(style.tag, style[tone])} lang={textLanguage(item)}>
          {item}
        </li>
      ))}
    </ul>
  );
}

/** The same, each leading somewhere: companies and groups by name. */
export function LinkTags({ items, label }: { items: readonly { key: string; text: string; href: string }[]; label?: string }) {
  return (
    <ul className={style.links} aria-label={label}>
      {items.map(({ key, text, href }) => (
        <li key={key}>
          <Link href={href} className={style.link} lang={textLanguage(text)}>
            <span className={classes(style.tag, style.wood)}>{text}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

type FilterChipProps = { /** Left out where pressing does something once, and the chip goes. */ pressed?: boolean; onPress: (event: MouseEvent<HTMLButtonElement>) => void; children: ReactNode; /** Shows a cross: pressing takes the filter away. */ removable?: boolean; count?: number };

export function FilterChip({ pressed, onPress, children, removable = false, count }: FilterChipProps) {
  return (
    <button type="button" className={style.chip} aria-pressed={pressed} onClick={onPress}>
      <span className={classes(style.face, pressed && style.pressed)}>
        {children}
        {count === undefined ? null : <span className={style.number}>{count}</span>}
        {removable ? <Icon name="close" /> : null}
      </span>
    </button>
  );
}

export function FilterChips({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={style.chips} role="group" aria-label={label}>
      {children}
    </div>
  );
}
