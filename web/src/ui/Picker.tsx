/** Picks one after another by typing: what is picked is handed on, and stands in the field until one types the next. */
import { useState } from "react";

import { type Candidate, ComboBox } from "./ComboBox";

type PickerProps = {
  label: string;
  hint?: string;
  error?: string | null;
  text: string;
  onText: (text: string) => void;
  candidates: readonly Candidate[];
  loading: boolean;
  onPick: (picked: Candidate) => void;
  /** What is picked stands in a list elsewhere, and the field is empty for the next. */
  several?: boolean;
};

export function Picker({ onText, onPick, several = false, ...rest }: PickerProps) {
  const [picked, setPicked] = useState<Candidate | null>(null);
  return (
    <ComboBox
      {...rest}
      onText={onText}
      picked={picked}
      onPick={(candidate) => {
        setPicked(several ? null : candidate);
        if (!candidate) return;
        onText(several ? "" : candidate.name);
        onPick(candidate);
      }}
    />
  );
}
