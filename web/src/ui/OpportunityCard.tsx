/** An opportunity in a list: kind and direction, title, who, where and for how much, until when, and why it fits. */
import type { ReactNode } from "react";
import { Link } from "wouter";

import { Card } from "./Card";
import style from "./OpportunityCard.module.css";
import { Fresh } from "./Pill";
import { Tag } from "./Tag";
import { Facts } from "./Text";
import type { IconName } from "./Icon";
import { textLanguage } from "./language";

type OpportunityCardProps = {
  href: string;
  /** e.g. 業務委託・副業 and 探しています, ready to show. */
  kind: string;
  direction: string;
  title: ReactNode;
  /** Who: a name with companies, or a label that hides the name. */
  author?: ReactNode;
  facts: readonly { icon: IconName; text: ReactNode }[];
  /** 12月5日まで, or what it became. */
  until?: ReactNode;
  /** 新着: persimmon edge and word. */
  fresh?: ReactNode;
  /** Why it fits. */
  why?: ReactNode;
  as?: "li" | "article";
};

export function OpportunityCard({ href, kind, direction, title, author, facts, until, fresh, why, as = "li" }: OpportunityCardProps) {
  return (
    <Card as={as} fresh={Boolean(fresh)}>
      <div className={style.card}>
        <div className={style.top}>
          <Tag>{kind}</Tag>
          <span className={style.direction}>{direction}</span>
          <span className={style.until}>{fresh ? <Fresh>{fresh}</Fresh> : until}</span>
        </div>
        <h3 className={style.title} lang={typeof title === "string" ? textLanguage(title) : undefined}>
          <Link href={href} className={style.link}>
            {title}
          </Link>
        </h3>
        {author ? <p className={style.author}>{author}</p> : null}
        {facts.length > 0 ? <Facts facts={facts} /> : null}
        {why ? <p className={style.why}>{why}</p> : null}
      </div>
    </Card>
  );
}
