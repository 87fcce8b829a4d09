/** A skill or a company that a filter holds by its id, under its name; pressing takes it out. */
import { useQuery } from "urql";

import { graphql } from "~/gql/standing";
import { companyName } from "~/lib/companies";
import { FilterChip } from "~/ui/Tag";

const NameOf = graphql(`
  query NameOf($id: ID!) {
    node(id: $id) {
      ... on Skill {
        id
        name
      }
      ... on Company {
        id
        name
        nameEn
      }
    }
  }
`);

export function NamedChip({ id, onRemove }: { id: string; onRemove: () => void }) {
  const [{ data }] = useQuery({ query: NameOf, variables: { id } });
  const node = data?.node;
  const name = node?.__typename === "Skill" ? node.name : node?.__typename === "Company" ? companyName(node) : null;
  return name ? (
    <FilterChip pressed removable onPress={onRemove}>
      {name}
    </FilterChip>
  ) : null;
}
