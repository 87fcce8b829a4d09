/** A skill, a company or a group that a filter holds by its id, under its name; pressing takes it out. */
import { useNameOf } from "~/lib/naming";
import { FilterChip } from "~/ui/Tag";

export function NamedChip({ id, onRemove }: { id: string; onRemove: () => void }) {
  const name = useNameOf(id);
  return name ? (
    <FilterChip pressed removable onPress={onRemove}>
      {name}
    </FilterChip>
  ) : null;
}
