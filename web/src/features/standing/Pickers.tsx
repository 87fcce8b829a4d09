/** The companies and groups that a saved search asks for: those that were picked, and a field to pick more. */
import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";

import { adding, useCompanies, useGroups } from "~/lib/picking";
import { FieldGroup } from "~/ui/Field";
import { Picker } from "~/ui/Picker";
import { FilterChips } from "~/ui/Tag";
import { Stack } from "~/ui/Text";

import { NamedChip } from "./NamedChip";

type PickProps = { ids: readonly string[]; onChange: (ids: string[]) => void };

export function Companies({ ids, onChange }: PickProps) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const found = useCompanies(text);
  return (
    <Picked label={t`募集した人の出身`} ids={ids} onChange={onChange}>
      <Picker several label={t`会社・官公庁を名前で選ぶ`} text={text} onText={setText} {...adding(found, ids, onChange)} />
    </Picked>
  );
}

export function Groups({ ids, onChange }: PickProps) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const found = useGroups(text);
  return (
    <Picked label={t`募集が出ているグループ`} ids={ids} onChange={onChange}>
      <Picker several label={t`グループを名前で選ぶ`} text={text} onText={setText} {...adding(found, ids, onChange)} />
    </Picked>
  );
}

function Picked({ label, ids, onChange, children }: PickProps & { label: string; children: ReactNode }) {
  return (
    <FieldGroup label={label} optional>
      <Stack gap={3}>
        {ids.length > 0 ? (
          <FilterChips label={label}>
            {ids.map((id) => (
              <NamedChip key={id} id={id} onRemove={() => onChange(ids.filter((one) => one !== id))} />
            ))}
          </FilterChips>
        ) : null}
        {children}
      </Stack>
    </FieldGroup>
  );
}
