/** The six digits of a mail, and what happens when they are right. */
import { graphql } from "~/gql/applying";

import { useArrive } from "../arriving";
import { type Submission, useSubmission } from "../submission";

const EnterCode = graphql(`
  mutation EnterCode($input: EnterCodeInput!) {
    enterCode(input: $input) {
      ... on SignedIn {
        isNew
        joinLink
        viewer {
          id
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

export type Entering = Pick<Submission<object, { input: object }>, "state" | "problem" | "errorAt"> & { enter: (email: string, code: string) => Promise<void> };

export function useEntering(): Entering {
  const { send, state, problem, errorAt } = useSubmission(EnterCode);
  const arrive = useArrive();
  const enter = async (email: string, code: string) => {
    const outcome = await send({ email, code });
    if (outcome.ok) arrive(outcome.data.isNew, outcome.data.joinLink);
  };
  return { enter, state, problem, errorAt };
}
