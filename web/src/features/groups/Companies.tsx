/** Whose alumni a group gathers: companies picked one after another, or named where they are missing. Heavy, so loaded when it is wanted. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { useCompanies } from "~/lib/picking";
import { ComboBox } from "~/ui/ComboBox";
import { Picked } from "~/ui/Picked";
import { Stack } from "~/ui/Text";

import type { Picked as Company } from "./form";

type CompaniesProps = {
  companies: readonly Company[];
  onChange: (companies: readonly Company[]) => void;
  error: string | null;
  /** Whether a company that is missing can be named. */
  proposing: boolean;
};

export function Companies({ companies, onChange, error, proposing }: CompaniesProps) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const found = useCompanies(text);
  const add = (company: Company) => {
    setText("");
    onChange([...companies.filter(({ name }) => name !== company.name), company]);
  };
  return (
    <Stack gap={3}>
      <ComboBox
        label={t`対象の会社・官公庁`}
        hint={t`だれの卒業生の集まりかを、候補から選びます。略称や旧社名でも見つかります。10社まで。`}
        text={text}
        onText={setText}
        candidates={found.candidates}
        loading={found.loading}
        picked={null}
        onPick={(company) => company && add({ id: company.id, name: company.name })}
        onPropose={proposing ? (name) => add({ id: null, name }) : undefined}
        error={error}
      />
      {companies.map(({ id, name }) => (
        <Picked key={id ?? name} name={name} act={t`外す`} label={t`${name}を外す`} onAct={() => onChange(companies.filter((one) => one.name !== name))} />
      ))}
    </Stack>
  );
}
