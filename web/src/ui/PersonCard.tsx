/** A person in a list: name, where they were and what confirmed it, one line, what they give and look for, what is in common. */
import type { ReactNode } from "react";

import { Card } from "./Card";
import { Confirmed, PersonName } from "./PersonName";
import style from "./PersonCard.module.css";
import { textLanguage } from "./language";
import { Tags } from "./Tag";

type PersonCardProps = {
  href: string;
  name: string;
  /** The name with its hits marked, when it was searched for. */
  markedName?: ReactNode;
  reading?: ReactNode;
  photo?: string | null;
  affiliations: readonly { id: string; text: ReactNode; confirmed?: ReactNode }[];
  headline?: ReactNode;
  gives?: { label: string; items: readonly string[] };
  asks?: { label: string; items: readonly string[] };
  why?: ReactNode;
  as?: "li" | "article";
};

export function PersonCard({ href, name, markedName, reading, photo, affiliations, headline, gives, asks, why, as = "li" }: PersonCardProps) {
  return (
    <Card as={as}>
      <div className={style.card}>
        <PersonName name={markedName ?? name} plain={name} reading={reading} photo={photo} href={href} as="h3">
          {affiliations.map((one) => (
            <p key={one.id}>
              {one.text} {one.confirmed ? <Confirmed>{one.confirmed}</Confirmed> : null}
            </p>
          ))}
        </PersonName>
        {headline ? <p lang={typeof headline === "string" ? textLanguage(headline) : undefined}>{headline}</p> : null}
        {gives && gives.items.length > 0 ? (
          <div className={style.line}>
            <span className={style.label}>{gives.label}</span>
            <Tags tone="bamboo" items={gives.items} />
          </div>
        ) : null}
        {asks && asks.items.length > 0 ? (
          <div className={style.line}>
            <span className={style.label}>{asks.label}</span>
            <Tags tone="indigo" items={asks.items} />
          </div>
        ) : null}
        {why ? <p className={style.why}>{why}</p> : null}
      </div>
    </Card>
  );
}
