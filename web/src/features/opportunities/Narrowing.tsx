/** What the list can be narrowed by: kinds as chips above it; everything else beside it, folded on phones. */
import { useLingui } from "@lingui/react/macro";
import { type ReactNode, Suspense, lazy } from "react";
import { useQuery } from "urql";

import { companyName } from "~/lib/companies";
import { useMedia, WIDE } from "~/lib/media";
import { useViewer } from "~/lib/viewer";
import { type Direction, type OpportunityKind, directionWords, kindWords } from "~/lib/words";
import { Checkbox, FieldGroup } from "~/ui/Field";
import { Fold } from "~/ui/Fold";
import { FilterChip, FilterChips } from "~/ui/Tag";
import { Stack } from "~/ui/Text";

import { Facet } from "./Facets";
import style from "./Opportunities.module.css";
import { Where } from "./Where";
import { type Asked, type Chosen, OpportunitiesQuery, pageOf } from "./asked";

type NarrowingProps = { asked: Asked; chosen: Chosen; onChange: (changed: Partial<Chosen>) => void };

const AddCompany = lazy(async () => ({ default: (await import("./Pickers")).AddCompany }));
const AddGroup = lazy(async () => ({ default: (await import("./Pickers")).AddGroup }));

const DIRECTIONS: Direction[] = ["SEEKING", "OFFERING"];
const KINDS = Object.keys(kindWords) as OpportunityKind[];

const toggled = <T,>(all: readonly T[], one: T, on: boolean): T[] => (on ? [...all, one] : all.filter((other) => other !== one));

export function Kinds({ asked, chosen, onChange }: NarrowingProps) {
  const { t, i18n } = useLingui();
  const [{ data }] = useQuery({ query: OpportunitiesQuery, variables: pageOf(asked, null) });
  const counted = data?.opportunities.facets?.kinds ?? [];
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
            <FilterChip key={kind} pressed={pressed} removable={pressed} count={counted.find((one) => one.kind === kind)?.count ?? 0} onPress={() => onChange({ kinds: toggled(chosen.kinds, kind, !pressed) })}>
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
  const { directions, remote, companies, groups, skills, places } = props.chosen;
  const count = [directions, companies, groups, skills, places].reduce((sum, values) => sum + values.length, remote ? 1 : 0);
  if (useMedia(WIDE)) return null;
  return (
    <Fold late title={count > 0 ? t`ほかの条件（${count}件）` : t`ほかの条件で絞り込む`}>
      <Fields {...props} />
    </Fold>
  );
}

function Fields({ asked, chosen, onChange }: NarrowingProps) {
  const { t, i18n } = useLingui();
  const [{ data }] = useQuery({ query: OpportunitiesQuery, variables: pageOf(asked, null) });
  const viewer = useViewer();
  const facets = data?.opportunities.facets;
  const counted = (direction: Direction) => facets?.directions.find((one) => one.direction === direction)?.count ?? 0;
  return (
    <Stack gap={6}>
      <FieldGroup label={t`向き`}>
        {DIRECTIONS.map((direction) => (
          <Checkbox
            key={direction}
            label={i18n._(directionWords[direction])}
            count={counted(direction)}
            checked={chosen.directions.includes(direction)}
            onChange={(on) => onChange({ directions: toggled(chosen.directions, direction, on) })}
          />
        ))}
      </FieldGroup>
      <Where places={facets?.places ?? []} remote={facets?.remote ?? 0} chosen={chosen} onChange={onChange} />
      <Facet
        label={t`募集した人の出身`}
        entries={(facets?.companies ?? []).map(({ company, count }) => ({ id: company.id, name: companyName(company), count }))}
        chosen={chosen.companies}
        onChange={(companies) => onChange({ companies })}
        more={viewer ? <Late><AddCompany chosen={chosen.companies} onChange={(companies) => onChange({ companies })} /></Late> : null}
      />
      <Facet
        label={t`グループ`}
        entries={(facets?.groups ?? []).map(({ group, count }) => ({ id: group.id, name: companyName(group), count }))}
        chosen={chosen.groups}
        onChange={(groups) => onChange({ groups })}
        more={viewer ? <Late><AddGroup chosen={chosen.groups} onChange={(groups) => onChange({ groups })} /></Late> : null}
      />
      <Facet
        label={t`スキル`}
        entries={(facets?.skills ?? []).map(({ skill, count }) => ({ id: skill.id, name: skill.name, count }))}
        chosen={chosen.skills}
        onChange={(skills) => onChange({ skills })}
      />
    </Stack>
  );
}

/** What is heavy comes when it is there; the counted values do not wait for it. */
function Late({ children }: { children: ReactNode }) {
  return <Suspense fallback={null}>{children}</Suspense>;
}
