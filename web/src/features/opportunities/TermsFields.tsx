/** The terms that the kind asks for, drawn from data: a line, a text, or a choice. */
import { TextArea, TextField, RadioGroup, Select } from "~/ui/Field";
import { Stack } from "~/ui/Text";

import { Place } from "./Place";
import { type Asked, askedNow, type SheetProps } from "./form";

/** More than these are picked from a list. */
const RADIOS = 4;

export function TermsFields({ fields, post, onChange, errorAt }: SheetProps & { fields: readonly Asked[] }) {
  return (
    <Stack gap={5}>
      {askedNow(fields, post.terms).map((field) => (
        <Place key={field.key} field={`terms.${field.key}`}>
          <TermField
            field={field}
            value={post.terms[field.key] ?? ""}
            error={errorAt(`terms.${field.key}`)}
            onChange={(value) => onChange({ terms: { ...post.terms, [field.key]: value } })}
          />
        </Place>
      ))}
    </Stack>
  );
}

type TermFieldProps = { field: Asked; value: string; error: string | null; onChange: (value: string) => void };

function TermField({ field, value, error, onChange }: TermFieldProps) {
  const texts = { label: field.label, hint: field.hint ?? undefined, optional: !field.required && !field.when, error };
  switch (field.type) {
    case "LINE":
      return <TextField {...texts} value={value} onChange={onChange} />;
    case "TEXT":
      return <TextArea {...texts} value={value} onChange={onChange} rows={3} />;
    case "CHOICE":
      return field.choices.length > RADIOS ? (
        <Select {...texts} value={value} onChange={onChange} choices={field.choices} />
      ) : (
        <RadioGroup {...texts} value={value} onChange={onChange} choices={field.choices} />
      );
  }
}
