/** How an opportunity reads in full: on its own page, and in the preview before it is posted. */
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import { type Direction, type OpportunityKind, directionWords, kindWords } from "~/lib/words";
import { Card } from "~/ui/Card";
import { Section } from "~/ui/Page";
import { Tag, Tags } from "~/ui/Tag";
import { Facts, Quiet, Row, Stack, Terms } from "~/ui/Text";
import { textLanguage } from "~/ui/language";

import style from "./Sheet.module.css";
import { RECRUITER, type RecruiterTerm } from "./form";

export type SheetTerm = { key: string; label: string; value: string };

type SheetProps = {
  kind: OpportunityKind;
  direction: Direction;
  title: string;
  heading?: "h1" | "h2";
  /** Who posts it, or why they cannot be named here. */
  author: ReactNode;
  terms: readonly SheetTerm[];
  /** 条件の最終更新. */
  changed?: ReactNode;
  body: ReactNode;
  skills: readonly string[];
  place: string | null;
  remote: boolean;
};

const valueOf = (terms: readonly SheetTerm[], key: RecruiterTerm) => terms.find((term) => term.key === key);

export function Sheet({ kind, direction, title, heading: Heading = "h1", author, terms, changed, body, skills, place, remote }: SheetProps) {
  const { t, i18n } = useLingui();
  const facts = [...(place ? [place] : []), ...(remote ? [t`リモート可`] : [])];
  const asked = terms.filter(({ key }) => !(RECRUITER as readonly string[]).includes(key));
  return (
    <Stack gap={6}>
      <Stack gap={4}>
        <Row>
          <Tag>{i18n._(kindWords[kind])}</Tag>
          <Tag tone="outline">{i18n._(directionWords[direction])}</Tag>
        </Row>
        <Heading className={style.title} lang={textLanguage(title)}>
          {title}
        </Heading>
        <div className={style.who}>
          {author}
          <Recruiter terms={terms} />
        </div>
        {facts.length > 0 ? <Facts facts={facts.map((text) => ({ icon: "place", text }))} /> : null}
      </Stack>
      {asked.length > 0 ? (
        <Section title={t`条件`}>
          <Card>
            <Terms terms={asked.map(({ key, label, value }) => ({ key, label, value: <span lang={textLanguage(value)}>{value}</span> }))} />
            {changed ? <Quiet>{changed}</Quiet> : null}
          </Card>
        </Section>
      ) : null}
      <Section title={t`詳しく`}>{body}</Section>
      {skills.length > 0 ? (
        <Section title={t`スキル`}>
          <Tags items={skills} label={t`スキル`} />
        </Section>
      ) : null}
    </Stack>
  );
}

/** On whose behalf somebody recruits, always with where and how they are reached. */
function Recruiter({ terms }: { terms: readonly SheetTerm[] }) {
  const { t } = useLingui();
  const name = valueOf(terms, "recruiter_name");
  if (!name) return null;
  const rest = [valueOf(terms, "recruiter_address"), valueOf(terms, "recruiter_contact")].filter((term) => term !== undefined);
  return (
    <dl className={style.recruiter}>
      <div>
        <dt>{t`募集元`}</dt>
        <dd lang={textLanguage(name.value)}>
          <strong>{name.value}</strong>
        </dd>
      </div>
      {rest.map(({ key, label, value }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd lang={textLanguage(value)}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
