/** How much time one has and who does not learn it, the languages one works in, and links: what is picked rather than written. */
import { useLingui } from "@lingui/react/macro";
import { Suspense, lazy } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/profile";
import { type Availability, availabilityWords } from "~/lib/words";
import { Checkbox, Select } from "~/ui/Field";
import { Loading } from "~/ui/States";
import { TagField } from "~/ui/TagField";
import { Quiet, Stack } from "~/ui/Text";

import { Levelled } from "./Levelled";
import { type FieldsProps, useFieldLabels, useLevel } from "./labels";

/** Its control is heavy: it is loaded when the rest of the form is there. */
const EmployerField = lazy(async () => ({ default: (await import("./EmployerField")).EmployerField }));

const LanguagesQuery = graphql(`
  query SpokenLanguages {
    spokenLanguages {
      code
      name
    }
  }
`);

const AVAILABLE: readonly Availability[] = ["NOW", "TALK", "CONSIDERING", "NOT_NOW"];

/** Availability, and right under it who of one's present colleagues learns it. */
export function Time(props: FieldsProps) {
  const { form, onChange, errorAt } = props;
  const { t, i18n } = useLingui();
  const labels = useFieldLabels();
  const level = useLevel(props);
  const error = errorAt("presentEmployer") ?? errorAt("presentEmployer.id") ?? errorAt("presentEmployer.proposedName");
  return (
    <Stack gap={4}>
      <Levelled {...level("availability")}>
        <Select
          label={labels.availability}
          hint={t`声をかけてよいかどうかの目安になります。`}
          optional
          placeholder={t`書かない`}
          value={form.availability}
          onChange={(availability) => onChange({ availability })}
          choices={AVAILABLE.map((value) => ({ value, label: i18n._(availabilityWords[value]) }))}
        />
      </Levelled>
      <Suspense fallback={<Loading cards={1} />}>
        <EmployerField employer={form.presentEmployer} onChange={(presentEmployer) => onChange({ presentEmployer })} error={error} />
      </Suspense>
      {form.availabilityToEmployer ? (
        <Quiet>{t`「いまの状況」は、今の勤務先の方にも見えます。`}</Quiet>
      ) : (
        <Quiet>{t`「いまの状況」は、今の勤務先の方には見えません。`}</Quiet>
      )}
      <Checkbox
        label={t`今の勤務先の方にも「いまの状況」を見せる`}
        checked={form.availabilityToEmployer}
        onChange={(availabilityToEmployer) => onChange({ availabilityToEmployer })}
      />
    </Stack>
  );
}

export function Languages(props: FieldsProps) {
  const { form, onChange, errorAt } = props;
  const { t } = useLingui();
  const labels = useFieldLabels();
  const level = useLevel(props);
  const [{ data }] = useQuery({ query: LanguagesQuery });
  const known = data?.spokenLanguages ?? [];
  const nameOf = (code: string) => known.find((one) => one.code === code)?.name ?? code;
  const left = known.filter(({ code }) => !form.languages.includes(code)).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Levelled {...level("languages")}>
      <Stack gap={2}>
        <Select
          label={labels.languages}
          hint={t`仕事で使えるものを、得意な順に選んでください。10個まで選べます。`}
          optional
          placeholder={t`ことばを加える`}
          value=""
          onChange={(code) => (code ? onChange({ languages: [...form.languages, code] }) : undefined)}
          choices={left}
          error={errorAt("languages")}
        />
        <TagField.Values
          values={form.languages.map(nameOf)}
          onRemove={(name) => onChange({ languages: form.languages.filter((code) => nameOf(code) !== name) })}
        />
      </Stack>
    </Levelled>
  );
}

export function Links(props: FieldsProps) {
  const { form, onChange, errorAt } = props;
  const { t } = useLingui();
  const labels = useFieldLabels();
  const level = useLevel(props);
  return (
    <Levelled {...level("links")}>
      <TagField
        label={labels.links}
        hint={t`ご自分のサイトや活動のページなど、5個まで。https:// のアドレスだけ載せられます。`}
        optional
        limit={5}
        inputMode="url"
        values={form.links}
        onChange={(links) => onChange({ links })}
        error={errorAt("links")}
      />
    </Levelled>
  );
}
