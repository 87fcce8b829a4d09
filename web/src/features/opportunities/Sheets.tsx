/** The sheets of the form: what, in which words, under which terms, where, and for whom until when. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/opportunities";
import { useSettled } from "~/lib/delayed";
import { Checkbox, TextArea, TextField } from "~/ui/Field";
import { Section } from "~/ui/Page";
import { TagField } from "~/ui/TagField";
import { Quiet, Stack } from "~/ui/Text";

import { Audience } from "./Audience";
import { Confidential } from "./Confidential";
import { Kind } from "./Kind";
import { Place } from "./Place";
import { TermsFields } from "./TermsFields";
import type { Asked, Sheet, SheetProps } from "./form";

const SkillsQuery = graphql(`
  query SkillSuggestions($text: String) {
    skills(text: $text, first: 8) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

type SheetsProps = SheetProps & { shown: readonly Sheet[]; titled: boolean; fields: readonly Asked[]; fixed: boolean; latest: string };

type SheetTexts = Record<Sheet, { title: string; lead: (left: number) => string | undefined }>;

export function useSheetTexts(): SheetTexts {
  const { t } = useLingui();
  const none = () => undefined;
  return {
    kind: { title: t`どんな募集ですか`, lead: none },
    words: { title: t`題名と詳しい内容`, lead: none },
    terms: {
      title: t`募集の条件`,
      lead: (left) => (left > 0 ? t`必要な項目を入力してください。残り${left}項目` : t`必要な項目は、すべて入力されています。`),
    },
    where: { title: t`場所とスキル`, lead: none },
    audience: { title: t`見せる相手と期限`, lead: none },
  };
}

export function Sheets({ shown, titled, fields, fixed, latest, ...rest }: SheetsProps) {
  const texts = useSheetTexts();
  const bodies: Record<Sheet, React.ReactNode> = {
    kind: <Kind {...rest} />,
    words: <Words {...rest} />,
    terms: <TermsFields fields={fields} {...rest} />,
    where: <Where {...rest} />,
    audience: <Audience latest={latest} {...rest} />,
  };
  const left = fields.filter(({ key, required }) => required && !(rest.post.terms[key] ?? "").trim()).length;
  return (
    <Stack gap={8}>
      {fixed && shown.length > 1 ? <Fixed /> : null}
      {shown.map((sheet) => (
        <Section key={sheet} title={titled ? texts[sheet].title : undefined}>
          {titled && sheet === "terms" ? <Quiet>{texts.terms.lead(left)}</Quiet> : null}
          {bodies[sheet]}
        </Section>
      ))}
    </Stack>
  );
}

function Fixed() {
  const { t } = useLingui();
  return <Quiet>{t`種類と向きは変えられません。変えたいときは、締め切ってから新しい募集を出してください。`}</Quiet>;
}

function Words({ post, onChange, errorAt }: SheetProps) {
  const { t } = useLingui();
  return (
    <Stack gap={5}>
      <Place field="title">
        <TextField
          label={t`題名`}
          hint={t`だれに、何を。一覧ではこれだけが読まれます。`}
          value={post.title}
          onChange={(title) => onChange({ title })}
          maxLength={80}
          error={errorAt("title")}
        />
      </Place>
      <Place field="body">
        <TextArea
          label={t`詳しい内容`}
          hint={t`背景、お願いしたいこと、進め方など。空行で段落、行頭の「-」で箇条書きになります。`}
          value={post.body}
          onChange={(body) => onChange({ body })}
          limit={5000}
          rows={8}
          error={errorAt("body")}
        />
      </Place>
      <Confidential />
    </Stack>
  );
}

function Where({ post, onChange, errorAt }: SheetProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState("");
  const words = useSettled(typed).trim();
  const [{ data }] = useQuery({ query: SkillsQuery, variables: { text: words }, pause: words === "" });
  return (
    <Stack gap={5}>
      <Place field="place">
        <TextField label={t`場所`} optional value={post.place} onChange={(place) => onChange({ place })} maxLength={60} placeholder={t`東京・渋谷`} error={errorAt("place")} />
      </Place>
      <Checkbox label={t`リモートでもできます`} checked={post.remote} onChange={(remote) => onChange({ remote })} />
      <Place field="skills">
        <TagField
          label={t`スキル`}
          hint={t`合う人に見つけてもらいやすくなります。10個まで。`}
          optional
          limit={10}
          values={post.skills}
          onChange={(skills) => onChange({ skills })}
          suggestions={words ? (data?.skills.edges.map(({ node }) => node.name) ?? []) : []}
          onType={setTyped}
          error={errorAt("skills")}
        />
      </Place>
    </Stack>
  );
}
