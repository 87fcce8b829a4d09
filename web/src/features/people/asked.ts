/** What the people page asks for: the words and the filter that the address holds. */
import { graphql } from "~/gql/people";
import type { PeopleFilter } from "~/lib/peopleFilter";

export type Asked = { text: string | null; filter: PeopleFilter };

/** One page of people; the facets are read with the first one. */
export const PeopleQuery = graphql(`
  query People($text: String, $filter: PeopleFilter, $after: String) {
    people(text: $text, filter: $filter, first: 20, after: $after) {
      totalCount
      exactCount
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
