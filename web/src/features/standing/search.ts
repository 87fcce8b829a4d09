/** A search as its form holds it, and as it is sent. */
import { graphql } from "~/gql/standing";
import type { SearchFragment as Shown } from "~/gql/standing/graphql";
import { type Filter } from "~/lib/opportunityFilter";

export type Channel = Shown["channel"];
export type Named = { id: string; name: string };

/** `companies` and `groups` are kept as they are; they are chosen elsewhere. */
export type Search = Filter & { name: string; channel: Channel; companies: string[]; groups: string[] };

export const SearchFragment = graphql(`
  fragment Search on StandingQuery {
    id
    name
    channel
    paused
    filter {
      text
      kinds
      directions
      remote
      skills {
        id
        name
      }
      companies {
        id
        name
        nameEn
      }
      groups {
        id
        name
        nameEn
      }
    }
  }
`);

const idOf = ({ id }: { id: string }) => id;

/** What the form begins with. */
export function searchOf({ name, channel, filter }: Shown): Search {
  const { text, kinds, directions, remote, skills, companies, groups } = filter;
  return { name, channel, text, kinds: [...kinds], directions: [...directions], remote, skills: skills.map(idOf), companies: companies.map(idOf), groups: groups.map(idOf) };
}

/** What is sent: the filter without what it is called and how it is told. */
export const sentFilter = ({ text, kinds, directions, remote, skills, companies, groups }: Search) => ({ text, kinds, directions, remote, skills, companies, groups });
