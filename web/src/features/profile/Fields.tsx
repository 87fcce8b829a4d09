/** The profile's fields in the order in which one tells of oneself: what one gives and looks for first, then who one is. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/profile";
import { useSettled } from "~/lib/delayed";
import { TextArea, TextField } from "~/ui/Field";
import { Section } from "~/ui/Page";
import { TagField } from "~/ui/TagField";
import { Quiet, Stack } from "~/ui/Text";

import { Levelled } from "./Levelled";
import { Languages, Links, Time } from "./Telling";
import { type FieldsProps, useFieldLabels, useLevel } from "./labels";
import type { Part } from "./profile";

const SkillsQuery = graphql(`
  query SkillsToAdd($text: String) {
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

/** The fields of one part, or of all of them. */
export function Fields({ part, ...props }: FieldsProps & { part?: Part | undefined }) {
  const { t } = useLingui();
  if (part === "exchange") return <Exchange {...props} />;
  if (part === "present") return <Present {...props} />;
  if (part === "names") return <Names {...props} />;
  return (
    <Stack gap={8}>
      <Section title={t`できること、探していること`}>
        <Exchange {...props} />
      </Section>
      <Section title={t`いまのあなた`}>
        <Present {...props} />
      </Section>
      <Section title={t`お名前と読み方`}>
        <Names {...props} />
      </Section>
    </Stack>
  );
}

function Exchange(props: FieldsProps) {
  const { form, onChange, errorAt } = props;
  const { t } = useLingui();
  const labels = useFieldLabels();
  const level = useLevel(props);
  const [typed, setTyped] = useState("");
  const text = useSettled(typed.trim());
  const [{ data }] = useQuery({ query: SkillsQuery, variables: { text }, pause: text === "" });
  const known = text === "" ? [] : (data?.skills.edges ?? []).map(({ node }) => node.name);
  return (
    <Stack gap={6}>
      <Levelled {...level("gives")}>
        <TagField
          label={labels.gives}
          hint={t`短い言葉で、10個まで。例：物流の壁打ち、登壇、店舗の視点`}
          optional
          tone="bamboo"
          limit={10}
          values={form.gives}
          onChange={(gives) => onChange({ gives })}
          error={errorAt("gives")}
        />
      </Levelled>
      <Levelled {...level("asks")}>
        <TagField
          label={labels.asks}
          hint={t`例：音声UIに詳しい方、勉強会の会場`}
          optional
          tone="indigo"
          limit={10}
          values={form.asks}
          onChange={(asks) => onChange({ asks })}
          error={errorAt("asks")}
        />
      </Levelled>
      <Levelled {...level("skills")}>
        <TagField
          label={labels.skills}
          hint={t`書きはじめると、ほかのメンバーが使っている言葉が出ます。`}
          optional
          limit={30}
          values={form.skills}
          suggestions={known}
          onType={setTyped}
          onChange={(skills) => onChange({ skills })}
          error={errorAt("skills")}
        />
      </Levelled>
    </Stack>
  );
}

function Present(props: FieldsProps) {
  const { form, onChange, errorAt } = props;
  const { t } = useLingui();
  const labels = useFieldLabels();
  const level = useLevel(props);
  return (
    <Stack gap={6}>
      <Levelled {...level("headline")}>
        <TextArea
          label={labels.headline}
          hint={t`一覧で、お名前の下に出ます。`}
          optional
          limit={120}
          rows={2}
          value={form.headline}
          onChange={(headline) => onChange({ headline: headline.replaceAll("\n", "") })}
          error={errorAt("headline")}
        />
      </Levelled>
      <Levelled {...level("presentPosition")}>
        <TextField
          label={labels.presentPosition}
          hint={t`例：独立（物流コンサルティング）`}
          optional
          maxLength={120}
          value={form.presentPosition}
          onChange={(presentPosition) => onChange({ presentPosition })}
          error={errorAt("presentPosition")}
        />
      </Levelled>
      <Time {...props} />
      <Languages {...props} />
      <Links {...props} />
      <Levelled {...level("place")}>
        <TextField label={labels.place} optional maxLength={80} value={form.place} onChange={(place) => onChange({ place })} error={errorAt("place")} />
      </Levelled>
      <Levelled {...level("bio")}>
        <TextArea
          label={labels.bio}
          hint={t`見出し、箇条書き、リンクが使えます（Markdown）。`}
          optional
          limit={4000}
          rows={6}
          value={form.bio}
          onChange={(bio) => onChange({ bio })}
          error={errorAt("bio")}
        />
      </Levelled>
    </Stack>
  );
}

function Names(props: FieldsProps) {
  const { form, onChange, errorAt } = props;
  const { t } = useLingui();
  const labels = useFieldLabels();
  const level = useLevel(props);
  return (
    <Stack gap={6}>
      <TextField
        label={labels.name}
        hint={t`在籍を確認したメンバーに見えます。`}
        autoComplete="name"
        maxLength={80}
        value={form.name}
        onChange={(name) => onChange({ name })}
        error={errorAt("name")}
      />
      <TextField
        label={labels.reading}
        hint={t`ひらがなかカタカナで。検索でも使います。`}
        optional
        lang="ja"
        maxLength={80}
        value={form.reading}
        onChange={(reading) => onChange({ reading })}
        error={errorAt("reading")}
      />
      <TextField
        label={labels.romanised}
        hint={t`例：Watanabe Mayumi`}
        optional
        lang="en"
        maxLength={80}
        value={form.romanised}
        onChange={(romanised) => onChange({ romanised })}
        error={errorAt("romanised")}
      />
      <Levelled {...level("photo")}>
        <Stack gap={1}>
          <strong>{labels.photo}</strong>
          <Quiet>{t`写真は「わたし」のページで選べます。`}</Quiet>
        </Stack>
      </Levelled>
      <Levelled {...level("formerName")}>
        <TextField
          label={labels.formerName}
          hint={t`昔の同僚が、このお名前でも探せます。見える人を「自分だけ」にすると、検索でも使いません。`}
          optional
          maxLength={80}
          value={form.formerName}
          onChange={(formerName) => onChange({ formerName })}
          error={errorAt("formerName")}
        />
      </Levelled>
    </Stack>
  );
}
