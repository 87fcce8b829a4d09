/** The form of a saved search for people: by what the page of people narrows by, never by name; told once a week. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { By } from "~/lib/peopleFilter";
import type { Submission } from "~/lib/submission";
import { Button, Buttons } from "~/ui/Button";
import { FieldGroup, RadioGroup, TextField } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { StatusLine } from "~/ui/Notice";
import { FilterChips } from "~/ui/Tag";
import { Stack } from "~/ui/Text";

import { NamedChip } from "./NamedChip";
import { ToldChips } from "./ToldChips";
import type { PeopleSearch } from "./search";

type FormProps = {
  start: PeopleSearch;
  /** What the button says. */
  act: string;
  sending: Pick<Submission<object, never>, "state" | "problem" | "errorAt">;
  onSend: (search: PeopleSearch) => void;
};

export function PeopleForm({ start, act, sending, onSend }: FormProps) {
  const { t } = useLingui();
  const [search, setSearch] = useState(start);
  const change = (changed: Partial<PeopleSearch>) => setSearch((before) => ({ ...before, ...changed }));
  const without = (all: readonly string[], one: string) => all.filter((other) => other !== one);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSend(search);
      }}
    >
      <Stack gap={6}>
        <Chips label={t`出身の会社・官公庁`} ids={search.companies} onRemove={(id) => change({ companies: without(search.companies, id) })} />
        <Chips label={t`スキル`} ids={search.skills} onRemove={(id) => change({ skills: without(search.skills, id) })} />
        <Chips label={t`グループ`} ids={search.groups} onRemove={(id) => change({ groups: without(search.groups, id) })} />
        <ToldChips search={search} onChange={change} />
        <RadioGroup<By>
          label={t`在籍歴の確認`}
          value={search.verification ?? "ANY"}
          onChange={(by) => change({ verification: by === "ANY" ? null : by })}
          choices={[
            { value: "ANY", label: t`すべて` },
            { value: "OPERATOR", label: t`運営者か会社が確認` },
            { value: "COMPANY", label: t`会社が確認` },
          ]}
        />
        <StatusLine icon="mail">{t`週に1回、月曜日に、新しく参加した方のお名前がメールで届きます。あなたから見える方だけです。相手には知らされません。`}</StatusLine>
        <TextField label={t`名前`} hint={t`お知らせに添えます。あなただけに見えます。`} name="name" maxLength={60} value={search.name} onChange={(name) => change({ name })} error={sending.errorAt("name")} />
        <FormProblem problem={sending.problem} placed={["name"]} state={sending.state} />
        <Buttons>
          <Button type="submit" pending={sending.state !== "idle"}>
            {act}
          </Button>
        </Buttons>
      </Stack>
    </form>
  );
}

function Chips({ label, ids, onRemove }: { label: string; ids: readonly string[]; onRemove: (id: string) => void }) {
  if (ids.length === 0) return null;
  return (
    <FieldGroup label={label}>
      <FilterChips label={label}>
        {ids.map((id) => (
          <NamedChip key={id} id={id} onRemove={() => onRemove(id)} />
        ))}
      </FilterChips>
    </FieldGroup>
  );
}
