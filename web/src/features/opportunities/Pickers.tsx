/** Companies and groups that are not among the counted ones, picked by typing; heavy, so loaded once there is room for them. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { useCompanies, useGroups } from "~/lib/picking";
import { Picker } from "~/ui/Picker";

type AddProps = { chosen: readonly string[]; onChange: (ids: string[]) => void };

export function AddCompany({ chosen, onChange }: AddProps) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const { candidates, loading } = useCompanies(text);
  return (
    <Picker
      several
      label={t`会社・官公庁を名前で選ぶ`}
      text={text}
      onText={setText}
      candidates={candidates.filter(({ id }) => !chosen.includes(id))}
      loading={loading}
      onPick={({ id }) => onChange([...chosen, id])}
    />
  );
}

export function AddGroup({ chosen, onChange }: AddProps) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const { candidates, loading } = useGroups(text);
  return (
    <Picker
      several
      label={t`グループを名前で選ぶ`}
      text={text}
      onText={setText}
      candidates={candidates.filter(({ id }) => !chosen.includes(id))}
      loading={loading}
      onPick={({ id }) => onChange([...chosen, id])}
    />
  );
}
