/** The company one worked at: picked from the candidates by any of its names, or proposed when it is not there. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { graphql } from "~/gql/signin";
import { noteOf } from "~/lib/companies";
import { useSettled } from "~/lib/delayed";
import { type Candidate, ComboBox } from "~/ui/ComboBox";

const CompaniesQuery = graphql(`
  query CompaniesToJoin($text: String) {
    companies(text: $text, first: 8) {
      edges {
        matched
        node {
          id
          name
          nameEn
          kind
          proposed
          industry {
            key
            name
          }
        }
      }
    }
  }
`);

type CompanyFieldProps = {
  text: string;
  picked: Candidate | null;
  onText: (text: string) => void;
  onPick: (company: Candidate | null, proposed: boolean) => void;
  onClear: () => void;
  error: string | null;
};

/** A proposed company has no id yet. */
const PROPOSED = "proposed";

export function CompanyField({ text, picked, onText, onPick, onClear, error }: CompanyFieldProps) {
  const { t } = useLingui();
  const settled = useSettled(text.trim());
  const [{ data, fetching }] = useQuery({ query: CompaniesQuery, variables: { text: settled }, pause: settled === "" });
  const candidates = settled === "" ? [] : (data?.companies.edges ?? []).map(({ node, matched }) => ({ id: node.id, name: node.name, note: noteOf(matched ?? node.nameEn, node.industry?.name) }));
  return (
    <ComboBox
      label={t`出身企業・官公庁`}
      hint={t`候補から選んでください。略称や旧社名でも見つかります。複数ある方は、あとから追加できます。`}
      text={text}
      onText={onText}
      candidates={candidates}
      picked={picked?.id === PROPOSED ? null : picked}
      onPick={(company) => (company ? onPick({ id: company.id, name: company.name }, false) : onClear())}
      onPropose={(name) => onPick({ id: PROPOSED, name }, true)}
      loading={fetching || settled !== text.trim()}
      error={error}
    />
  );
}
