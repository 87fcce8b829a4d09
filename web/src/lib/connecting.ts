/** Parting from somebody, from wherever one meets them, in the same way. */
import { graphql } from "~/gql/common";

import { type Submission, useSubmission } from "./submission";

// What may have been for connections only is read anew, so that no page shows it from memory.
const End = graphql(`
  mutation EndConnection($input: EndConnectionInput!) {
    endConnection(input: $input) {
      ... on ConnectionEnded {
        person {
          id
          formerName
          headline
          bioHtml
          presentPosition
          place
          gives
          asks
          availability
          skills {
            id
            name
          }
          languages {
            code
            name
          }
          links {
            url
            host
          }
          photo {
            small
            large
          }
          viewerConnection {
            state
            since
            note
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

/** `send` tells whether it was done. */
export function useEndConnection(member: string): Pick<Submission<object, { input: object }>, "state" | "problem"> & { send: () => Promise<boolean> } {
  const { send, state, problem } = useSubmission(End);
  return { state, problem, send: async () => (await send({ member })).ok };
}
