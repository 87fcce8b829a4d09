/** Giving a role, asked for in two places: for somebody who has one already, and for somebody who has none. */
import { graphql } from "~/gql/groups";

export const Grant = graphql(`
  mutation GrantRole($input: GrantRoleInput!) {
    grantRole(input: $input) {
      ... on RoleGranted {
        group {
          id
          lacksOwner
          roles {
            role
            since
            person {
              id
              name
              reading
            }
          }
          operators {
            id
          }
        }
      }
      ... on Problem {
        message
        code
      }
      ... on Invalid {
        field
      }
    }
  }
`);
