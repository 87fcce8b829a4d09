/** Pick a company by any of its names. */
import { useState } from "react";

import { type Choice, useCompanies } from "~/lib/picking";
import { Picker } from "~/ui/Picker";

export type Company = Choice;
type CompanyPickerProps = { label: string; hint?: string; error?: string | null; several?: boolean; onPick: (company: Company) => void };

export function CompanyPicker({ onPick, ...rest }: CompanyPickerProps) {
  const [text, setText] = useState("");
  return <Picker {...rest} {...useCompanies(text)} text={text} onText={setText} onPick={({ id, name }) => onPick({ id, name })} />;
}
