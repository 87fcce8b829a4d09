/** Companies and groups that are not among the counted ones, picked by typing; heavy, so loaded once there is room for them. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { adding, useCompanies, useGroups } from "~/lib/picking";
import { Picker } from "~/ui/Picker";

type AddProps = { chosen: readonly string[]; onChange: (ids: string[]) => void };

export function AddCompany({ chosen, onChange }: AddProps) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const found = useCompanies(text);
  return <Picker several label={t`会社・官公庁を名前で選ぶ`} text={text} onText={setText} {...adding(found, chosen, onChange)} />;
}

export function AddGroup({ chosen, onChange }: AddProps) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const found = useGroups(text);
  return <Picker several label={t`グループを名前で選ぶ`} text={text} onText={setText} {...adding(found, chosen, onChange)} />;
}
