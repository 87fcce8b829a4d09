/** Approving an application as it was read. */
import { graphql } from "~/gql/moderation";
import { NOW, useSubmission } from "~/lib/submission";

const Approve = graphql(`
  mutation QueueApproveApplication($input: ApproveApplicationInput!) {
    approveApplication(input: $input) {
      ... on ApplicationDecided {
        application {
          id
          state
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

export const useApprove = () => useSubmission(Approve, NOW);
