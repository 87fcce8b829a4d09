/** What an address or a saved filter holds by its id, under its name in the reader's language. */
import { useQuery } from "urql";

import { graphql } from "~/gql/common";

import { companyName } from "./companies";

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
      ... on AlumniGroup {
        id
        name
        nameEn
      }
    }
  }
`);

/** Null while it is looked up, and where nothing has the id. */
export function useNameOf(id: string): string | null {
  const [{ data }] = useQuery({ query: NameOf, variables: { id } });
  const node = data?.node;
  if (node?.__typename === "Skill") return node.name;
  return node?.__typename === "Company" || node?.__typename === "AlumniGroup" ? companyName(node) : null;
}
