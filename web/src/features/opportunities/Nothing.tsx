/** When there is nothing in the list: what else there is near to what was asked for, and how to be told once there is. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { companyName } from "~/lib/companies";
import { addressOf, isNarrowed } from "~/lib/opportunityFilter";
import { paths } from "~/lib/paths";
import { useViewer } from "~/lib/viewer";
import { directionWords, kindWords } from "~/lib/words";
import { Button, Buttons, LinkButton } from "~/ui/Button";
import { Empty } from "~/ui/States";
import { FilterChip, FilterChips } from "~/ui/Tag";
import { Quiet, Stack } from "~/ui/Text";

import { type Asked, type Chosen, OpportunitiesQuery, pageOf } from "./asked";

type NothingProps = { asked: Asked; onChange: (changed: Partial<Chosen>) => void; onClear: () => void };

export function Nothing({ asked, onChange, onClear }: NothingProps) {
  const { t } = useLingui();
  const viewer = useViewer();
  if (isNarrowed(asked.filter))
    return (
      <Stack gap={4}>
        <Empty icon="search" title={t`条件に合う募集は、いまはありません。`} action={<WaysOn asked={asked} onClear={onClear} />}>
          {t`言葉を短くしたり、条件を減らしたりすると見つかることがあります。`}
        </Empty>
        <Nearby asked={asked} onChange={onChange} />
      </Stack>
    );
  const first = viewer ? <LinkButton href={paths.postOpportunity} icon="plus">{t`募集を出す`}</LinkButton> : <LinkButton href={paths.join}>{t`参加する（無料）`}</LinkButton>;
  return (
    <Empty icon="post" title={t`募集は、まだありません。`} action={first}>
      {t`探していること、お手伝いできることが、ここに並びます。`}
    </Empty>
  );
}

/** What is not there today may come: members can be told of it. */
function WaysOn({ asked, onClear }: { asked: Asked; onClear: () => void }) {
  const { t } = useLingui();
  const viewer = useViewer();
  return (
    <Buttons>
      {viewer ? <LinkButton href={paths.saveSearch(addressOf(asked.filter))} icon="bell">{t`届いたら知らせる`}</LinkButton> : null}
      <Button variant="secondary" onClick={onClear}>{t`条件をすべて外す`}</Button>
    </Buttons>
  );
}

const MOST = 6;

/** Each facet is counted without its own filter: what it has of other values is one press away. */
function Nearby({ asked: { filter, ...order }, onChange }: Omit<NothingProps, "onClear">) {
  const { t, i18n } = useLingui();
  const [{ data }] = useQuery({ query: OpportunitiesQuery, variables: pageOf({ filter, ...order }, null) });
  const facets = data?.opportunities.facets;
  if (!facets) return null;
  const { kinds, directions, companies, groups, skills, places, remote } = filter;
  const others = [
    ...(kinds.length > 0 ? facets.kinds.map(({ kind, count }) => ({ id: kind, name: i18n._(kindWords[kind]), count, take: { kinds: [kind] } })) : []),
    ...(directions.length > 0 ? facets.directions.map(({ direction, count }) => ({ id: direction, name: i18n._(directionWords[direction]), count, take: { directions: [direction] } })) : []),
    ...(companies.length > 0 ? facets.companies.map(({ company, count }) => ({ id: company.id, name: companyName(company), count, take: { companies: [company.id] } })) : []),
    ...(groups.length > 0 ? facets.groups.map(({ group, count }) => ({ id: group.id, name: companyName(group), count, take: { groups: [group.id] } })) : []),
    // Any of the places or anywhere is one condition.
    ...(places.length > 0 || remote ? facets.places.map(({ place, count }) => ({ id: place.code, name: place.name, count, take: { places: [place.code] } })) : []),
    ...(places.length > 0 && facets.remote > 0 ? [{ id: "remote", name: t`リモート可`, count: facets.remote, take: { remote: true } }] : []),
    ...(skills.length > 0 ? facets.skills.map(({ skill, count }) => ({ id: skill.id, name: skill.name, count, take: { skills: [skill.id] } })) : []),
  ].sort((one, other) => other.count - one.count);
  if (others.length === 0) return null;
  return (
    <Stack gap={2}>
      <Quiet>{t`条件を1つ変えると、見つかります。`}</Quiet>
      <FilterChips label={t`条件を1つ変える`}>
        {others.slice(0, MOST).map(({ id, name, count, take }) => (
          <FilterChip key={id} count={count} onPress={() => onChange(take)}>
            {name}
          </FilterChip>
        ))}
      </FilterChips>
    </Stack>
  );
}
