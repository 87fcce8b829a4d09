/** What a search can be narrowed by, counted under the reader's eyes: beside the list, or folded where there is no room beside it. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";

import { companyName } from "~/lib/companies";
import { WIDE, useMedia } from "~/lib/media";
import { type By, type PeopleChosen, countedIn } from "~/lib/peopleFilter";
import { availabilityWords } from "~/lib/words";
import { Button } from "~/ui/Button";
import { Checkbox, RadioGroup } from "~/ui/Field";
import { Fold } from "~/ui/Fold";
import { Stack } from "~/ui/Text";
import { textLanguage } from "~/ui/language";

import { type Asked, CountsQuery } from "./asked";

type FacetsProps = { asked: Asked; chosen: PeopleChosen; onChange: (changed: Partial<PeopleChosen>) => void };

const FEW = 6;
const MOST = 30;

/** Beside the list on wide screens. */
export function Beside(props: FacetsProps) {
  return useMedia(WIDE) ? <Facets {...props} open /> : null;
}

/** Above the list, folded, where there is no room beside it. */
export function Folded(props: FacetsProps) {
  const { t } = useLingui();
  const count = countedIn(props.asked.filter);
  if (useMedia(WIDE)) return null;
  return (
    <Fold title={count > 0 ? t`絞り込み（${count}件）` : t`会社やスキルなどで絞り込む`}>
      <Facets {...props} open={false} />
    </Fold>
  );
}

/** `open`: what is asked for most stands unfolded. */
function Facets({ asked, chosen, onChange, open }: FacetsProps & { open: boolean }) {
  const { t, i18n } = useLingui();
  const [{ data }] = useQuery({ query: CountsQuery, variables: { text: asked.text, filter: asked.filter } });
  if (!data) return null;
  const { companies, skills, groups, places, languages, availability, withMe } = data.people.facets;
  return (
    <Stack gap={4}>
      <div>
        {withMe === null ? null : (
          <Checkbox
            label={t`同じ時期に同じ会社にいた方`}
            hint={t`会社の前身や後身も含みます。`}
            count={withMe}
            checked={chosen.withMe}
            onChange={(checked) => onChange({ withMe: checked })}
          />
        )}
        <Facet
          label={t`出身の会社・官公庁`}
          entries={companies.map(({ company, count }) => ({ id: company.id, name: companyName(company), count }))}
          chosen={chosen.companies}
          onChange={(ids) => onChange({ companies: ids })}
          open={open}
        />
        <Facet
          label={t`スキル`}
          entries={skills.map(({ skill, count }) => ({ id: skill.id, name: skill.name, count }))}
          chosen={chosen.skills}
          onChange={(ids) => onChange({ skills: ids })}
          open={open}
        />
        <Facet
          label={t`グループ`}
          entries={groups.map(({ group, count }) => ({ id: group.id, name: companyName(group), count }))}
          chosen={chosen.groups}
          onChange={(ids) => onChange({ groups: ids })}
        />
        <Facet
          label={t`地域`}
          entries={places.map(({ place, count }) => ({ id: place.code, name: place.name, count }))}
          chosen={chosen.places}
          onChange={(codes) => onChange({ places: codes })}
        />
        <Facet
          label={t`使えることば`}
          entries={languages.map(({ language, count }) => ({ id: language.code, name: language.name, count }))}
          chosen={chosen.languages}
          onChange={(codes) => onChange({ languages: codes })}
        />
        <Facet
          label={t`いまの状況`}
          entries={availability.map((each) => ({ id: each.availability, name: i18n._(availabilityWords[each.availability]), count: each.count }))}
          chosen={chosen.availability}
          onChange={(codes) => onChange({ availability: codes })}
        />
      </div>
      <Confirmed facets={data.people.facets.verification} by={chosen.by} onChange={(by) => onChange({ by })} />
    </Stack>
  );
}

function Confirmed({ facets, by, onChange }: { facets: readonly { level: string; count: number }[]; by: By; onChange: (by: By) => void }) {
  const { t } = useLingui();
  const all = t`すべて`;
  const counted = (level: By) => facets.find((one) => one.level === (level === "ANY" ? "COLLEAGUE" : level))?.count ?? 0;
  const levels: { value: By; text: string }[] = [
    { value: "ANY", text: all },
    { value: "OPERATOR", text: t`運営者か会社が確認` },
    { value: "COMPANY", text: t`会社が確認` },
  ];
  return (
    <RadioGroup
      label={t`在籍歴の確認`}
      name="by"
      value={by}
      onChange={onChange}
      choices={levels.map(({ value, text }) => ({ value, label: `${text} ${counted(value)}` }))}
    />
  );
}

type FacetProps<T extends string> = {
  label: string;
  entries: readonly { id: T; name: string; count: number }[];
  chosen: readonly T[];
  onChange: (ids: T[]) => void;
  open?: boolean;
};

function Facet<T extends string>({ label, entries, chosen, onChange, open = false }: FacetProps<T>) {
  const { t } = useLingui();
  const [all, setAll] = useState(false);
  const shown = entries.filter(({ id }, index) => index < (all ? MOST : FEW) || chosen.includes(id));
  const more = Math.min(entries.length, MOST) - shown.length;
  const count = chosen.length;
  if (shown.length === 0) return null;
  return (
    <Fold plain title={count > 0 ? t`${label}（${count}件）` : label} open={open || count > 0}>
      <div role="group" aria-label={label}>
        {shown.map(({ id, name, count: found }) => (
          <Checkbox
            key={id}
            label={<span lang={textLanguage(name)}>{name}</span>}
            count={found}
            checked={chosen.includes(id)}
            onChange={(checked) => onChange(checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
        ))}
        {more > 0 && !all ? <Button variant="quiet" onClick={() => setAll(true)}>{t`ほかの${more}件も見る`}</Button> : null}
      </div>
    </Fold>
  );
}
