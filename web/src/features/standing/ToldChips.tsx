/** What a search for people holds of what they tell: places, languages, their time, and a time with oneself; pressing takes one out. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { graphql } from "~/gql/standing";
import { usePlacesOf } from "~/lib/places";
import { availabilityWords } from "~/lib/words";
import { FieldGroup } from "~/ui/Field";
import { FilterChip, FilterChips } from "~/ui/Tag";

import type { PeopleSearch } from "./search";

const Coded = graphql(`
  query SpokenLanguages {
    spokenLanguages {
      code
      name
    }
  }
`);

type ToldChipsProps = { search: PeopleSearch; onChange: (changed: Partial<PeopleSearch>) => void };

export function ToldChips({ search, onChange }: ToldChipsProps) {
  const { t, i18n } = useLingui();
  const { places, languages, availability, withMe } = search;
  const [{ data }] = useQuery({ query: Coded, pause: languages.length === 0 });
  const chosenPlaces = usePlacesOf(places);
  const spoken = (data?.spokenLanguages ?? []).filter(({ code }) => languages.includes(code));
  const keyed = ({ code, name }: { code: string; name: string }) => ({ key: code, name });
  const without = <T extends string>(all: readonly T[], one: string) => all.filter((other) => other !== one);
  return (
    <>
      <Group label={t`地域`} entries={(chosenPlaces ?? []).map(keyed)} onRemove={(code) => onChange({ places: without(places, code) })} />
      <Group label={t`使えることば`} entries={spoken.map(keyed)} onRemove={(code) => onChange({ languages: without(languages, code) })} />
      <Group
        label={t`いまの状況`}
        entries={availability.map((each) => ({ key: each, name: i18n._(availabilityWords[each]) }))}
        onRemove={(code) => onChange({ availability: without(availability, code) })}
      />
      <Group
        label={t`あなたとの共通点`}
        entries={withMe ? [{ key: "withMe", name: t`同じ時期に同じ会社にいた方` }] : []}
        onRemove={() => onChange({ withMe: false })}
      />
    </>
  );
}

type GroupProps = { label: string; entries: readonly { key: string; name: string }[]; onRemove: (key: string) => void };

function Group({ label, entries, onRemove }: GroupProps) {
  if (entries.length === 0) return null;
  return (
    <FieldGroup label={label}>
      <FilterChips label={label}>
        {entries.map(({ key, name }) => (
          <FilterChip key={key} pressed removable onPress={() => onRemove(key)}>
            {name}
          </FilterChip>
        ))}
      </FilterChips>
    </FieldGroup>
  );
}
