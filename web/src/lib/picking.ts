/** What is typed, and who or what goes by it: companies by any of their names, groups, people whom the reader may see. */
import { useQuery } from "urql";

import { graphql } from "~/gql/common";

import { companyName, noteOf } from "./companies";
import { useSettled } from "./delayed";

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

const GroupsQuery = graphql(`
  query GroupsToPick {
    groups(first: 100) {
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

const PeopleQuery = graphql(`
  query PeopleToPick($text: String) {
    people(text: $text, first: 8) {
      edges {
        node {
          id
          name
          reading
          affiliations {
            id
            company {
              id
              name
              nameEn
            }
          }
        }
      }
    }
  }
`);

export type Choice = { id: string; name: string; note?: string };
export type Choices = { candidates: readonly Choice[]; loading: boolean };

export function useCompanies(text: string): Choices {
  const settled = useSettled(text.trim());
  const [{ data, fetching }] = useQuery({ query: CompaniesQuery, variables: { text: settled }, pause: settled === "" });
  const found = settled === "" ? [] : (data?.companies.edges ?? []);
  return { candidates: found.map(({ node }) => ({ id: node.id, name: companyName(node) })), loading: fetching || settled !== text.trim() };
}

const plain = (text: string) => text.normalize("NFKC").toLowerCase();

/** There are not many groups: they are read once, and found by any part of their names. */
export function useGroups(text: string): Choices {
  const typed = plain(text.trim());
  const [{ data, fetching }] = useQuery({ query: GroupsQuery, pause: typed === "" });
  const found = typed === "" ? [] : (data?.groups.edges ?? []).map(({ node }) => node);
  const called = found.filter(({ name, nameEn }) => [name, nameEn ?? ""].some((one) => plain(one).includes(typed)));
  return { candidates: called.slice(0, 8).map((group) => ({ id: group.id, name: companyName(group) })), loading: fetching };
}

/** Each with their reading, and where they were: names are shared. */
export function usePeople(text: string): Choices {
  const settled = useSettled(text.trim());
  const [{ data, fetching }] = useQuery({ query: PeopleQuery, variables: { text: settled }, pause: settled === "" });
  const found = settled === "" ? [] : (data?.people.edges ?? []);
  const candidates = found.map(({ node: { id, name, reading, affiliations } }) => {
    const companies = [...new Set(affiliations.map(({ company }) => companyName(company)))];
    return { id, name, note: noteOf(reading, ...companies.slice(0, 2)) };
  });
  return { candidates, loading: fetching || settled !== text.trim() };
}

/** What a field is given with which more is added to what was chosen already, which stands beside it. */
export const adding = ({ candidates, loading }: Choices, chosen: readonly string[], onChange: (ids: string[]) => void) => ({
  candidates: candidates.filter(({ id }) => !chosen.includes(id)),
  loading,
  onPick: ({ id }: { id: string }) => onChange([...chosen, id]),
});
