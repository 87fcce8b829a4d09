/** Texts with a shape: marked search hits, terms as a table, facts with an icon, sanitised rich text. */
import type { ReactNode } from "react";

import { Icon, type IconName } from "./Icon";
import style from "./Text.module.css";

/** Where the words were found; segments come from the server. */
export function Marked({ segments }: { segments: readonly { text: string; marked: boolean }[] }) {
  return segments.map((segment, index) => (segment.marked ? <mark key={index}>{segment.text}</mark> : <span key={index}>{segment.text}</span>));
}

/** Terms as a table: what is asked for, and what is offered. */
export function Terms({ terms }: { terms: readonly { key: string; label: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className={style.terms}>
      {terms.map((term) => (
        <div key={term.key} className={style.term}>
          <dt>{term.label}</dt>
          <dd>{term.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Short facts in a row: place, pay, time. */
export function Facts({ facts }: { facts: readonly { icon: IconName; text: ReactNode; label?: string }[] }) {
  return (
    <ul className={style.facts}>
      {facts.map((fact, index) => (
        <li key={index} className={style.fact}>
          <Icon name={fact.icon} />
          <span>{fact.text}</span>
        </li>
      ))}
    </ul>
  );
}

/** HTML that the server has sanitised. Nothing else may be given. */
export function RichText({ html, lang }: { html: string; lang?: string }) {
  return <div className={style.rich} lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Second text, smaller and lighter. */
export function Quiet({ children, as: Element = "p", lang }: { children: ReactNode; as?: "p" | "span" | "div"; /** Of a text that somebody wrote. */ lang?: string }) {
  return (
    <Element className={style.quiet} lang={lang}>
      {children}
    </Element>
  );
}

/** Things under each other with air between. */
export function Stack({ gap = 4, children }: { gap?: 1 | 2 | 3 | 4 | 5 | 6 | 8; children: ReactNode }) {
  return (
    <div className={style.stack} data-gap={gap}>
      {children}
    </div>
  );
}

/** Things beside each other that wrap; `ends` pushes the first and the last apart. */
export function Row({ ends = false, children }: { ends?: boolean; children: ReactNode }) {
  return (
    <div className={style.row} data-ends={ends || undefined}>
      {children}
    </div>
  );
}
