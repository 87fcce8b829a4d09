/** Pick one company by any of its names; what was picked is handed on, and stands in the field until one types the next. */
import { useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/privacy";
import { companyName } from "~/lib/companies";
import { useSettled } from "~/lib/delayed";
import { ComboBox } from "~/ui/ComboBox";

const CompaniesQuery = graphql(`
  query CompaniesToPick($text: String) {
    companies(text: $text, first: 8) {
      edges {
        node {
          id
          name
          nameEn
        }
      }
    }
  }
`);

export type Company = { id: string; name: string };
type CompanyPickerProps = { label: string; hint?: string; error?: string | null; onPick: (company: Company) => void };

export function CompanyPicker({ label, hint, error, onPick }: CompanyPickerProps) {
  const [text, setText] = useState("");
  const [picked, setPicked] = useState<Company | null>(null);
  const settled = useSettled(text.trim());
  const [{ data, fetching }] = useQuery({ query: CompaniesQuery, variables: { text: settled }, pause: settled === "" });
  const companies = settled === "" ? [] : (data?.companies.edges ?? []).map(({ node }) => ({ id: node.id, name: companyName(node) }));
  return (
    <ComboBox
      label={label}
      hint={hint}
      error={error}
      text={text}
      onText={setText}
      candidates={companies}
      picked={picked}
      onPick={(company) => {
        setPicked(company);
        if (!company) return;
        setText(company.name);
        onPick({ id: company.id, name: company.name });
      }}
      loading={fetching || settled !== text.trim()}
    />
  );
}
