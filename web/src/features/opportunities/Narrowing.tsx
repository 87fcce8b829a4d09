/** What the list can be narrowed by: kinds as chips above it; direction, remote work and skills beside it, folded on phones. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { useMedia, WIDE } from "~/lib/media";
import { type Direction, type OpportunityKind, directionWords, kindWords } from "~/lib/words";
import { Checkbox, FieldGroup } from "~/ui/Field";
import { Fold } from "~/ui/Fold";
import { FilterChip, FilterChips } from "~/ui/Tag";
import { Stack } from "~/ui/Text";

import style from "./Opportunities.module.css";
import { type Asked, type Chosen, OpportunitiesQuery } from "./asked";

type NarrowingProps = { asked: Asked; chosen: Chosen; onChange: (changed: Partial<Chosen>) => void };

const MOST = 10;
const DIRECTIONS: Direction[] = ["SEEKING", "OFFERING"];
const KINDS = Object.keys(kindWords) as OpportunityKind[];

const toggled = <T,>(all: readonly T[], one: T, on: boolean): T[] => (on ? [...all, one] : all.filter((other) => other !== one));

export function Kinds({ asked, chosen, onChange }: NarrowingProps) {
  const { t, i18n } = useLingui();
  const [{ data }] = useQuery({ query: OpportunitiesQuery, variables: { ...asked, after: null } });
  const counted = data?.opportunities.facets.kinds ?? [];
  const shown = KINDS.filter((kind) => chosen.kinds.includes(kind) || counted.some((one) => one.kind === kind && one.count > 0));
  return (
    <div className={style.kinds}>
      <FilterChips label={t`種類`}>
        <FilterChip pressed={chosen.kinds.length === 0} onPress={() => onChange({ kinds: [] })}>
          {t`すべて`}
        </FilterChip>
        {shown.map((kind) => {
          const pressed = chosen.kinds.includes(kind);
          return (
            <FilterChip key={kind} pressed={pressed} removable={pressed} onPress={() => onChange({ kinds: toggled(chosen.kinds, kind, !pressed) })}>
              {i18n._(kindWords[kind])}
            </FilterChip>
          );
        })}
      </FilterChips>
    </div>
  );
}

/** Beside the list on wide screens. */
export function Beside(props: NarrowingProps) {
  return useMedia(WIDE) ? <Fields {...props} /> : null;
}

/** Above the list, folded, where there is no room beside it. */
export function Folded(props: NarrowingProps) {
  const { t } = useLingui();
  const { directions, remote, skills } = props.chosen;
  const count = directions.length + skills.length + (remote ? 1 : 0);
  if (useMedia(WIDE)) return null;
  return (
    <Fold title={count > 0 ? t`ほかの条件（${count}件）` : t`ほかの条件で絞り込む`}>
      <Fields {...props} />
    </Fold>
  );
}

function Fields({ asked, chosen, onChange }: NarrowingProps) {
  const { t, i18n } = useLingui();
  const [{ data }] = useQuery({ query: OpportunitiesQuery, variables: { ...asked, after: null } });
  const skills = (data?.opportunities.facets.skills ?? []).filter(({ skill }, index) => index < MOST || chosen.skills.includes(skill.id));
  return (
    <Stack gap={6}>
      <FieldGroup label={t`向き`}>
        {DIRECTIONS.map((direction) => (
          <Checkbox
            key={direction}
            label={i18n._(directionWords[direction])}
            checked={chosen.directions.includes(direction)}
            onChange={(on) => onChange({ directions: toggled(chosen.directions, direction, on) })}
          />
        ))}
      </FieldGroup>
      <FieldGroup label={t`場所`}>
        <Checkbox label={t`リモート可`} checked={chosen.remote} onChange={(remote) => onChange({ remote })} />
      </FieldGroup>
      {skills.length > 0 ? (
        <FieldGroup label={t`スキル`}>
          {skills.map(({ skill, count }) => (
            <Checkbox
              key={skill.id}
              label={skill.name}
              count={count}
              checked={chosen.skills.includes(skill.id)}
              onChange={(on) => onChange({ skills: toggled(chosen.skills, skill.id, on) })}
            />
          ))}
        </FieldGroup>
      ) : null}
    </Stack>
  );
}
