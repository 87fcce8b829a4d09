/** The company of an affiliation: picked by any of its names, or proposed; then who confirms there, and how long it takes. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/profile";
import { companyName, noteOf } from "~/lib/companies";
import { useSettled } from "~/lib/delayed";
import { ComboBox } from "~/ui/ComboBox";
import { Notice } from "~/ui/Notice";
import { Stack } from "~/ui/Text";

const CompaniesQuery = graphql(`
  query CompaniesToDeclare($text: String) {
    companies(text: $text, first: 8) {
      edges {
        matched
        node {
          id
          name
          nameEn
          industry {
            key
            name
          }
          groups {
            id
            name
            usualDays
          }
        }
      }
    }
  }
`);

/** A proposed company has no id yet. */
export type Chosen = { id: string | null; name: string; group: { name: string; usualDays: number } | null };

type CompanyFieldProps = { chosen: Chosen | null; onChoose: (company: Chosen | null) => void; error: string | null };

export function CompanyField({ chosen, onChoose, error }: CompanyFieldProps) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const settled = useSettled(text.trim());
  const [{ data, fetching }] = useQuery({ query: CompaniesQuery, variables: { text: settled }, pause: settled === "" });
  const companies = settled === "" ? [] : (data?.companies.edges ?? []).map(({ node, matched }) => ({ ...node, matched }));
  const choose = (company: Chosen) => {
    setText(company.name);
    onChoose(company);
  };
  const pick = (id: string) => {
    const company = companies.find((one) => one.id === id);
    if (company) choose({ id, name: companyName(company), group: company.groups[0] ?? null });
  };
  return (
    <Stack gap={3}>
      <ComboBox
        label={t`会社・官公庁`}
        hint={t`候補から選んでください。略称や旧社名でも見つかります。`}
        text={text}
        onText={(next) => {
          setText(next);
          if (chosen && next !== chosen.name) onChoose(null);
        }}
        candidates={companies.map((company) => ({ id: company.id, name: companyName(company), note: noteOf(company.matched, company.industry?.name, company.groups[0]?.name) }))}
        picked={chosen?.id ? { id: chosen.id, name: chosen.name } : null}
        onPick={(company) => (company ? pick(company.id) : onChoose(null))}
        onPropose={(name) => choose({ id: null, name, group: null })}
        loading={fetching || settled !== text.trim()}
        error={error}
      />
      {chosen ? <WhoConfirms group={chosen.group} /> : null}
    </Stack>
  );
}

function WhoConfirms({ group }: { group: Chosen["group"] }) {
  const { t } = useLingui();
  const name = group?.name ?? "";
  const days = group?.usualDays ?? 0;
  return (
    <Notice icon="clock" role="status">
      <p>{group ? t`「${name}」の運営者が、通常${days}日ほどで確認します。` : t`運営者のいるグループがまだないので、事務局が確認します。`}</p>
    </Notice>
  );
}
