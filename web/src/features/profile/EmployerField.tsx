/** Where one works now, picked or proposed: it only decides who does not learn the availability, and whom exclusions reach. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { useCompanies } from "~/lib/picking";
import { ComboBox } from "~/ui/ComboBox";

import { useFieldLabels } from "./labels";
import type { Employer } from "./profile";

type EmployerFieldProps = { employer: Employer | null; onChange: (employer: Employer | null) => void; error: string | null };

export function EmployerField({ employer, onChange, error }: EmployerFieldProps) {
  const { t } = useLingui();
  const labels = useFieldLabels();
  const [text, setText] = useState(employer?.name ?? "");
  // The one that was picked is looked for no further.
  const companies = useCompanies(text === employer?.name ? "" : text);
  const choose = (chosen: Employer | null) => {
    if (chosen) setText(chosen.name);
    onChange(chosen);
  };
  return (
    <ComboBox
      label={labels.presentEmployer}
      hint={t`ほかのメンバーには出ません。見せない相手を決めるためだけに使います。`}
      optional
      text={text}
      onText={(next) => {
        setText(next);
        if (employer && next !== employer.name) onChange(null);
      }}
      {...companies}
      picked={employer?.id ? { id: employer.id, name: employer.name } : null}
      onPick={(company) => choose(company ? { id: company.id, name: company.name } : null)}
      onPropose={(name) => choose({ id: null, name })}
      error={error}
    />
  );
}
