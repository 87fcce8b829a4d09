/** How a member applies to a group, leaves it, or takes an application back: the same on every page. */
import { graphql } from "~/gql/applying";
import type { ApplyToGroupInput } from "~/gql/applying/graphql";

import { type Submission, useSubmission } from "../submission";

const Apply = graphql(`
  mutation ApplyToGroup($input: ApplyToGroupInput!) {
    applyToGroup(input: $input) {
      ... on ApplicationOpened {
        application {
          id
          state
          group {
            id
            viewerIsMember
            viewerApplication {
              id
              state
            }
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

const Leave = graphql(`
  mutation LeaveGroup($input: LeaveGroupInput!) {
    leaveGroup(input: $input) {
      ... on GroupLeft {
        group {
          id
          memberCount
          viewerRole
          viewerIsMember
          viewerApplication {
            id
            state
          }
        }
        viewer {
          id
          standing
          groups {
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

type Sent = Pick<Submission<object, { input: object }>, "state" | "problem" | "errorAt" | "reset">;

/** `send` tells whether it was done. */
export function useApplying(): Sent & { send: (application: Omit<ApplyToGroupInput, "clientMutationId">) => Promise<boolean> } {
  const { send, ...rest } = useSubmission(Apply);
  return { ...rest, send: async (application) => (await send(application)).ok };
}

/** `leave` tells whether it was done. */
export function useLeavingGroup(): Sent & { leave: (group: string) => Promise<boolean> } {
  const { send, ...rest } = useSubmission(Leave);
  return { ...rest, leave: async (group) => (await send({ group })).ok };
}
