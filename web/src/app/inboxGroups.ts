/** What the inbox tells of groups: a proposal that was decided, a role that was given or has ended. */
import { graphql } from "~/gql/common";

export const InboxOfGroups = graphql(`
  fragment InboxOfGroups on InboxEvent {
    ... on GroupAdmitted {
      group {
        id
        state
        viewerRole
      }
    }
    ... on GroupDeclined {
      group {
        id
        state
      }
    }
    ... on RoleGranted {
      group {
        id
        viewerRole
        viewerMay
      }
    }
    ... on RoleEnded {
      group {
        id
        viewerRole
        viewerMay
      }
    }
  }
`);
