/** One thing that the list can be narrowed by: its counted values, those that were chosen beside them, and more by typing. */
import type { ReactNode } from "react";

import { useNameOf } from "~/lib/naming";
import { Checkbox, FieldGroup } from "~/ui/Field";
import { Stack } from "~/ui/Text";

const MOST = 8;

export type Entry = { id: string; name: string; count: number };
type FacetProps = { label: string; entries: readonly Entry[]; chosen: readonly string[]; onChange: (ids: string[]) => void; /** To pick what is not among them. */ more?: ReactNode };

export function Facet({ label, entries, chosen, onChange, more }: FacetProps) {
  const shown = entries.filter(({ id }, index) => index < MOST || chosen.includes(id));
  const others = chosen.filter((id) => !entries.some((entry) => entry.id === id));
  const toggle = (id: string, on: boolean) => onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  if (shown.length + others.length === 0 && !more) return null;
  return (
    <Stack gap={2}>
      {shown.length + others.length > 0 ? (
        <FieldGroup label={label}>
          {shown.map(({ id, name, count }) => (
            <Checkbox key={id} label={name} count={count} checked={chosen.includes(id)} onChange={(on) => toggle(id, on)} />
          ))}
          {others.map((id) => (
            <Uncounted key={id} id={id} onRemove={() => toggle(id, false)} />
          ))}
        </FieldGroup>
      ) : null}
      {more}
    </Stack>
  );
}

/** Nothing that was found has it; it stays chosen until it is taken out. */
function Uncounted({ id, onRemove }: { id: string; onRemove: () => void }) {
  const name = useNameOf(id);
  return name ? <Checkbox label={name} count={0} checked onChange={onRemove} /> : null;
}
