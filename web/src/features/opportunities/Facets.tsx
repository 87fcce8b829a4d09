/** One thing that the list can be narrowed by: its counted values, those that were chosen beside them, and more by typing. */
import type { ReactNode } from "react";

import { useNameOf } from "~/lib/naming";
import { Checkbox, FieldGroup } from "~/ui/Field";
import { Stack } from "~/ui/Text";

export const MOST = 8;

export type Entry = { id: string; name: string; count: number };
type FacetProps = {
  label: string;
  entries: readonly Entry[];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
  /** To pick what is not among them. */
  more?: ReactNode;
  hint?: string;
  /** What else is asked for under the label. */
  first?: ReactNode;
  /** How many are shown. */
  most?: number;
};

export function Facet({ label, entries, chosen, onChange, more, hint, first, most = MOST }: FacetProps) {
  const shown = entries.filter(({ id }, index) => index < most || chosen.includes(id));
  const others = chosen.filter((id) => !entries.some((entry) => entry.id === id));
  const toggle = (id: string, on: boolean) => onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  const any = shown.length + others.length > 0 || Boolean(first);
  if (!any && !more) return null;
  return (
    <Stack gap={2}>
      {any ? (
        <FieldGroup label={label} hint={hint}>
          {first}
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
