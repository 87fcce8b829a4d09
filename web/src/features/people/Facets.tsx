/** What a search can be narrowed by: companies and skills, counted under the reader's eyes; folded where there is no room beside. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { companyName } from "~/lib/companies";
import { WIDE, useMedia } from "~/lib/media";
import { Checkbox, FieldGroup, RadioGroup } from "~/ui/Field";
import { Fold } from "~/ui/Fold";
import { Stack } from "~/ui/Text";

import { type Asked, PeopleQuery } from "./asked";

type By = "ANY" | "OPERATOR" | "COMPANY";
type Chosen = { companies: string[]; skills: string[]; by: By };
type FacetsProps = { asked: Asked; chosen: Chosen; onChange: (changed: Partial<Chosen>) => void };

const MOST = 10;

/** Beside the list on wide screens. */
export function Beside(props: FacetsProps) {
  return useMedia(WIDE) ? <Facets {...props} /> : null;
}

/** Above the list, folded, where there is no room beside it. */
export function Folded(props: FacetsProps) {
  const { t } = useLingui();
  const count = props.chosen.companies.length + props.chosen.skills.length + (props.chosen.by === "ANY" ? 0 : 1);
  if (useMedia(WIDE)) return null;
  return (
    <Fold title={count > 0 ? t`絞り込み（${count}件）` : t`会社やスキルで絞り込む`}>
      <Facets {...props} />
    </Fold>
  );
}

function Facets({ asked, chosen, onChange }: FacetsProps) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: PeopleQuery, variables: { ...asked, after: null } });
  if (!data) return null;
  const { companies, skills, verification } = data.people.facets;
  const all = t`すべて`;
  const counted = (level: By) => verification.find((one) => one.level === (level === "ANY" ? "COLLEAGUE" : level))?.count ?? 0;
  const levels: { value: By; text: string }[] = [
    { value: "ANY", text: all },
    { value: "OPERATOR", text: t`運営者か会社が確認` },
    { value: "COMPANY", text: t`会社が確認` },
  ];
  return (
    <Stack gap={6}>
      <RadioGroup
        label={t`在籍歴の確認`}
        name="by"
        value={chosen.by}
        onChange={(by) => onChange({ by })}
        choices={levels.map(({ value, text }) => ({ value, label: `${text} ${counted(value)}` }))}
      />
      <Facet
        label={t`出身の会社・官公庁`}
        entries={companies.map(({ company, count }) => ({ id: company.id, name: companyName(company), count }))}
        chosen={chosen.companies}
        onChange={(ids) => onChange({ companies: ids })}
      />
      <Facet
        label={t`スキル`}
        entries={skills.map(({ skill, count }) => ({ id: skill.id, name: skill.name, count }))}
        chosen={chosen.skills}
        onChange={(ids) => onChange({ skills: ids })}
      />
    </Stack>
  );
}

type FacetProps = { label: string; entries: { id: string; name: string; count: number }[]; chosen: string[]; onChange: (ids: string[]) => void };

function Facet({ label, entries, chosen, onChange }: FacetProps) {
  const shown = entries.filter(({ id }, index) => index < MOST || chosen.includes(id));
  if (shown.length === 0) return null;
  return (
    <FieldGroup label={label}>
      {shown.map(({ id, name, count }) => (
        <Checkbox
          key={id}
          label={name}
          count={count}
          checked={chosen.includes(id)}
          onChange={(checked) => onChange(checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
        />
      ))}
    </FieldGroup>
  );
}
