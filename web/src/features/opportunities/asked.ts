/** What the page of opportunities asks for: the filter that the address holds, and the document that reads one page of it. */
import { graphql } from "~/gql/opportunities";
import { type Filter, filterFor } from "~/lib/opportunityFilter";
import type { Direction, OpportunityKind } from "~/lib/words";

export type Chosen = { q: string; kinds: OpportunityKind[]; directions: Direction[]; remote: boolean; skills: string[]; sort: "NEWEST" | "CLOSING_SOON" };
export type Asked = { filter: Filter; order: Chosen["sort"] | "RELEVANCE" };

/** With words, what fits them best comes first; without, the order that was chosen. */
export const askedFor = (chosen: Omit<Chosen, "q">, words: string): Asked => ({ filter: filterFor(chosen, words), order: words ? "RELEVANCE" : chosen.sort });

/** One page of opportunities; the facets and the cursor for live news are read with the first one. */
export const OpportunitiesQuery = graphql(`
  query Opportunities($filter: OpportunityFilter, $order: OpportunityOrder, $after: String) {
    opportunities(filter: $filter, order: $order, first: 20, after: $after) {
      totalCount
      dropped
      degraded
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
