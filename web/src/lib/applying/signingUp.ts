/** How somebody joins: by a mail that they answer, or at once with an address that the OpenID provider proved on this browser. */
import { useState } from "react";

import { graphql } from "~/gql/applying";
import type { SignUpInput } from "~/gql/applying/graphql";

import { useArrive } from "../arriving";
import { activeLanguage } from "../language";
import { useProvenAddress } from "./provenAddress";
import { type Submission, useSubmission } from "../submission";
import { useSite } from "../viewer";

const SignUp = graphql(`
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) {
      ... on SignUpRequested {
        email
        expiresAt
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

const JoinByProvider = graphql(`
  mutation JoinByProvider($input: JoinByProviderInput!) {
    joinByProvider(input: $input) {
      ... on SignedIn {
        isNew
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

export type Newcomer = Pick<SignUpInput, "name" | "email" | "company" | "tenure"> & { reading: string; joinLink?: { token: string; answers: string[] } };

export type SigningUp = Pick<Submission<object, { input: object }>, "state" | "problem" | "errorAt"> & {
  /** Whether it went through: then a mail is on its way (`sentTo`), or the reader is signed in already. */
  send: (newcomer: Newcomer) => Promise<boolean>;
  sentTo: string | null;
  /** Back to the form, for another address. */
  again: () => void;
  proven: string | null;
  /** The reader wants another address than the proven one. */
  leaveProven: () => void;
};

export function useSigningUp(): SigningUp {
  const { termsVersion } = useSite();
  const byMail = useSubmission(SignUp);
  const atOnce = useSubmission(JoinByProvider);
  const { proven, leave } = useProvenAddress();
  const arrive = useArrive();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { state, problem, errorAt } = proven ? atOnce : byMail;

  const send = async ({ email, reading, joinLink, ...rest }: Newcomer) => {
    const language = activeLanguage() === "en" ? ("EN" as const) : ("JA" as const);
    const given = { ...rest, reading: reading || null, acceptedTermsVersion: termsVersion, language, joinLink: joinLink ?? null };
    if (proven) {
      const outcome = await atOnce.send(given);
      if (outcome.ok) arrive(outcome.data.isNew);
      return outcome.ok;
    }
    const outcome = await byMail.send({ ...given, email });
    if (outcome.ok) setSentTo(outcome.data.email);
    return outcome.ok;
  };
  return { send, state, problem, errorAt, sentTo, again: () => setSentTo(null), proven, leaveProven: leave };
}
