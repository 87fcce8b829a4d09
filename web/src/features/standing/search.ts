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
      places {
        code
        name
      }
      languages {
        code
        name
      }
      availability
      withMe
    }
  }
`);

const idOf = ({ id }: { id: string }) => id;
const codeOf = ({ code }: { code: string }) => code;

/** What the form begins with. */
export function searchOf({ name, channel, filter }: Shown): Search {
  const { text, kinds, directions, remote, skills, companies, groups, places } = filter;
  const picked = { skills: skills.map(idOf), companies: companies.map(idOf), groups: groups.map(idOf), places: places.map(codeOf) };
  return { name, channel, text, kinds: [...kinds], directions: [...directions], remote, ...picked };
}

/** A search for people as its form holds it. */
export type PeopleSearch = PeopleFilter & { name: string };

export function peopleSearchOf({ name, filter }: Shown): PeopleSearch {
  const { skills, companies, groups, places, languages, availability, withMe, verification } = filter;
  const by = verification === "OPERATOR" || verification === "COMPANY" ? verification : null;
  const picked = { skills: skills.map(idOf), companies: companies.map(idOf), groups: groups.map(idOf), places: places.map(codeOf), languages: languages.map(codeOf) };
  return { name, ...picked, availability: [...availability], withMe, verification: by };
}

/** What is sent: the filter without what it is called. */
export function sentPeopleFilter({ companies, skills, groups, places, languages, availability, withMe, verification }: PeopleSearch): PeopleFilter {
  return { companies, skills, groups, places, languages, availability, withMe, verification };
}

/** What is sent: the filter without what it is called and how it is told. */
export function sentFilter({ text, kinds, directions, remote, skills, companies, groups, places }: Search): Filter {
  return { text, kinds, directions, remote, skills, companies, groups, places };
}
