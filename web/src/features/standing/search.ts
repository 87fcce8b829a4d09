/** A search as its form holds it, and as it is sent. */
import { graphql } from "~/gql/standing";
import type { SearchFragment as Shown } from "~/gql/standing/graphql";
import { type Filter } from "~/lib/opportunityFilter";
import type { PeopleFilter } from "~/lib/peopleFilter";

export type Channel = Shown["channel"];
export type Named = { id: string; name: string };

export type Search = Filter & { name: string; channel: Channel };

export const SearchFragment = graphql(`
  fragment Search on StandingQuery {
    id
    about
    name
    channel
    paused
    filter {
      text
      kinds
      directions
      remote
      verification
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

/** A search for people as its form holds it. `groups` are kept as they are. */
export type PeopleSearch = PeopleFilter & { name: string; groups: string[] };

export function peopleSearchOf({ name, filter }: Shown): PeopleSearch {
  const { skills, companies, groups, verification } = filter;
  const by = verification === "OPERATOR" || verification === "COMPANY" ? verification : null;
  return { name, skills: skills.map(idOf), companies: companies.map(idOf), groups: groups.map(idOf), verification: by };
}

export const sentPeopleFilter = ({ skills, companies, groups, verification }: PeopleSearch) => ({ skills, companies, groups, verification });

/** What is sent: the filter without what it is called and how it is told. */
export const sentFilter = ({ text, kinds, directions, remote, skills, companies, groups }: Search) => ({ text, kinds, directions, remote, skills, companies, groups });
