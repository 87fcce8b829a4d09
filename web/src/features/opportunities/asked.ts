/** What the page of opportunities asks for: the filter that the address holds, and the document that reads one page of it. */
import { graphql } from "~/gql/opportunities";
import { type Filter, filterFor } from "~/lib/opportunityFilter";
import type { Direction, OpportunityKind } from "~/lib/words";

export type Chosen = {
  q: string;
  kinds: OpportunityKind[];
  directions: Direction[];
  remote: boolean;
  companies: string[];
  groups: string[];
  skills: string[];
  places: string[];
  sort: "NEWEST" | "CLOSING_SOON";
};
export type Asked = { filter: Filter; order: Chosen["sort"] | "RELEVANCE" };

/** With words, what fits them best comes first; without, the order that was chosen. */
export const askedFor = (chosen: Omit<Chosen, "q">, words: string): Asked => ({ filter: filterFor(chosen, words), order: words ? "RELEVANCE" : chosen.sort });

/** What is asked with a page; the facets are counted with the first one. */
export const pageOf = (asked: Asked, after: string | null) => ({ ...asked, after, counts: after === null });

/** One page of opportunities; the facets and the cursor for live news are read with the first one. */
export const OpportunitiesQuery = graphql(`
  query Opportunities($filter: OpportunityFilter, $order: OpportunityOrder, $after: String, $counts: Boolean!) {
    opportunities(filter: $filter, order: $order, first: 20, after: $after) {
      totalCount
      exactCount
      dropped
      degraded
      readAs {
        typed
        meant
      }
      liveCursor
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        near
        node {
          id
          lastDay
          ...Listed
          ...ListedFits
        }
        ...ListedHighlights
      }
      facets @include(if: $counts) {
        kinds {
          kind
          count
        }
        directions {
          direction
          count
        }
        places {
          count
          place {
            code
            name
          }
        }
        remote
        companies {
          count
          company {
            id
            name
            nameEn
          }
        }
        groups {
          count
          group {
            id
            name
            nameEn
          }
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
