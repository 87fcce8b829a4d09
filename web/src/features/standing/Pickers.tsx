/** The companies, groups and places that a saved search asks for: those that were picked, and a field to pick more. */
import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";

import { adding, useCompanies, useGroups } from "~/lib/picking";
import { usePlaces, usePlacesOf } from "~/lib/places";
import { FieldGroup } from "~/ui/Field";
import { Picker } from "~/ui/Picker";
import { FilterChip, FilterChips } from "~/ui/Tag";
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

/** `children`: what else is asked for under the same label; any of all that. */
export function Places({ ids, onChange, children }: PickProps & { children: ReactNode }) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const found = usePlaces(text);
  const chosen = usePlacesOf(ids);
  const chip = (id: string, onRemove: () => void) => (
    <FilterChip key={id} pressed removable onPress={onRemove}>
      {chosen?.find(({ code }) => code === id)?.name ?? id}
    </FilterChip>
  );
  return (
    <Picked label={t`場所`} hint={t`いくつか選ぶと、どれかに合う募集が届きます。`} ids={ids} onChange={onChange} chip={chip}>
      {children}
      <Picker several label={t`都道府県・国を名前で選ぶ`} text={text} onText={setText} {...adding(found, ids, onChange)} />
    </Picked>
  );
}

type PickedProps = PickProps & { label: string; hint?: string; children: ReactNode; chip?: (id: string, onRemove: () => void) => ReactNode };

const named = (id: string, onRemove: () => void) => <NamedChip key={id} id={id} onRemove={onRemove} />;

function Picked({ label, hint, ids, onChange, children, chip = named }: PickedProps) {
  return (
    <FieldGroup label={label} hint={hint} optional>
      <Stack gap={3}>
        {ids.length > 0 ? (
          <FilterChips label={label}>
            {ids.map((id) => chip(id, () => onChange(ids.filter((one) => one !== id))))}
          </FilterChips>
        ) : null}
        {children}
      </Stack>
    </FieldGroup>
  );
}
