/** The months, the department and the title of an affiliation: the same fields for adding and for mending. */
import { useLingui } from "@lingui/react/macro";

import { useMember } from "~/lib/viewer";
import { Checkbox, TextField } from "~/ui/Field";
import { MonthField } from "~/ui/MonthField";
import { Stack } from "~/ui/Text";

import { type Tenure, missingIn } from "./tenure";

type TenureFieldsProps = {
  value: Tenure;
  onChange: (fields: Partial<Tenure>) => void;
  /** Somebody pressed the button already: what is missing is said now. */
  tried: boolean;
  errorAt: (field: string) => string | null;
};

export function TenureFields({ value, onChange, tried, errorAt }: TenureFieldsProps) {
  const { t } = useLingui();
  const { operates } = useMember();
  const missing = tried ? missingIn(value) : new Set<string>();
  return (
    <Stack gap={5}>
      <MonthField
        label={t`在籍をはじめた月`}
        value={value.from}
        onChange={(from) => onChange({ from })}
        error={missing.has("tenure.startedOn") ? t`在籍をはじめた年と月を選んでください。` : errorAt("tenure.startedOn")}
      />
      {value.stillThere ? null : (
        <MonthField
          label={t`在籍を終えた月`}
          value={value.until}
          onChange={(until) => onChange({ until })}
          error={missing.has("tenure.endedOn") ? t`在籍を終えた年と月を選んでください。` : errorAt("tenure.endedOn")}
        />
      )}
      {operates || value.stillThere ? (
        <Checkbox
          label={t`いまも在籍しています`}
          hint={t`その会社のグループを運営する方だけが選べます。`}
          checked={value.stillThere}
          onChange={(stillThere) => onChange({ stillThere })}
          error={value.stillThere ? errorAt("tenure.endedOn") : null}
        />
      ) : null}
      <TextField label={t`部署`} optional maxLength={60} value={value.department} onChange={(department) => onChange({ department })} error={errorAt("department")} />
      <TextField label={t`役職・仕事`} optional maxLength={60} value={value.title} onChange={(title) => onChange({ title })} error={errorAt("title")} />
    </Stack>
  );
}
