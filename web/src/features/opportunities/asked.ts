/** What the page of opportunities asks for: the filter that the address holds, and the document that reads one page of it. */
import { graphql } from "~/gql/opportunities";
import { flag, list, oneOf, someOf, text } from "~/lib/search";
import type { Direction, OpportunityKind } from "~/lib/words";

export const SHAPE = {
  q: text,
  kinds: someOf("HIRING", "CONTRACT", "CO_CREATION", "EVENT", "SPEAKER", "VENUE", "PUBLICITY", "CONTENT_PRODUCTION", "SOUNDING_BOARD", "MENTORING", "OTHER"),
  directions: someOf("SEEKING", "OFFERING"),
  remote: flag,
  skills: list,
  sort: oneOf("NEWEST", "CLOSING_SOON"),
};

export type Chosen = { q: string; kinds: OpportunityKind[]; directions: Direction[]; remote: boolean; skills: string[]; sort: "NEWEST" | "CLOSING_SOON" };
export type Filter = { text: string | null; kinds: OpportunityKind[]; directions: Direction[]; skills: string[]; remote: boolean | null };
export type Asked = { filter: Filter; order: Chosen["sort"] | "RELEVANCE" };

/** With words, what fits them best comes first; without, the order that was chosen. */
export function askedFor(chosen: Omit<Chosen, "q">, words: string): Asked {
  const { kinds, directions, skills, remote, sort } = chosen;
  const filter = { text: words || null, kinds, directions, skills, remote: remote || null };
  return { filter, order: words ? "RELEVANCE" : sort };
}

export const isNarrowed = ({ text: words, kinds, directions, skills, remote }: Filter): boolean =>
  Boolean(words) || kinds.length + directions.length + skills.length > 0 || remote === true;

/** One page of opportunities; the facets and the cursor for live news are read with the first one. */
export const OpportunitiesQuery = graphql(`
  query Opportunities($filter: OpportunityFilter, $order: OpportunityOrder, $after: String) {
    opportunities(filter: $filter, order: $order, first: 20, after: $after) {
      totalCount
      dropped
      liveCursor
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          ...Listed
        }
        ...ListedHighlights
      }
      facets {
        kinds {
          kind
          count
        }
        skills {
          count
          skill {
            id
            name
          }
        }
      }
    }
  }
`);
