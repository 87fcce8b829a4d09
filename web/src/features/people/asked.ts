/** What the people page asks for: the words and the filter that the address holds. */
import { graphql } from "~/gql/people";
import type { PeopleFilter } from "~/lib/peopleFilter";

export type Asked = { text: string | null; filter: PeopleFilter; order: "RELEVANCE" | "NEWEST" };

/** One page of people. */
export const PeopleQuery = graphql(`
  query People($text: String, $filter: PeopleFilter, $order: PeopleOrder!, $after: String) {
    people(text: $text, filter: $filter, order: $order, first: 20, after: $after) {
      totalCount
      exactCount
      atLeast
      dropped
      degraded
      readAs {
        typed
        meant
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        near
        node {
          id
          ...PersonFound
        }
        ...PersonHighlights
      }
    }
  }
`);

/** What they can be narrowed by, counted beside: to count takes longer than to find, and nobody waits for it. */
export const CountsQuery = graphql(`
  query PeopleCounts($text: String, $filter: PeopleFilter) {
    people(text: $text, filter: $filter, first: 1) {
      totalCount
      facets {
        companies {
          count
          company {
            id
            name
            nameEn
          }
        }
        verification {
          level
          count
        }
        groups {
          count
          group {
            id
            name
            nameEn
          }
        }
        places {
          count
          place {
            code
            name
          }
        }
        languages {
          count
          language {
            code
            name
          }
        }
        availability {
          availability
          count
        }
        withMe
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
