/** Signing in by a passkey: a button, and, where the browser can, its own list at the address field. */
import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";

import { graphql } from "~/gql/signin";
import { useArrive } from "~/lib/arriving";
import { NOW, useSubmission } from "~/lib/submission";
import { useSite } from "~/lib/viewer";
import { Button } from "~/ui/Button";
import { FormProblem } from "~/ui/FormProblem";
import { Notice } from "~/ui/Notice";
import { Stack } from "~/ui/Text";

import { askPasskey, offersThem, passkeysPossible } from "~/lib/passkeys";

const AskForPasskey = graphql(`
  mutation AskForPasskey($input: AskForPasskeyInput!) {
    askForPasskey(input: $input) {
      ... on PasskeyAsked {
        options
      }
      ... on Problem {
        message
        code
      }
    }
  }
`);

const SignInWithPasskey = graphql(`
  mutation SignInWithPasskey($input: SignInWithPasskeyInput!) {
    signInWithPasskey(input: $input) {
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

export function PasskeySignIn() {
  const { t } = useLingui();
  const { publicUrl } = useSite();
  const { send: quietly } = useSubmission(AskForPasskey, NOW);
  const ask = useSubmission(AskForPasskey, NOW);
  const enter = useSubmission(SignInWithPasskey, NOW);
  const arrive = useArrive();
  const offering = useRef<AbortController | null>(null);
  const [failed, setFailed] = useState(false);
  const possible = passkeysPossible(publicUrl);

  const { send: sendAnswer } = enter;
  useEffect(() => {
    if (!possible) return undefined;
    const controller = new AbortController();
    offering.current = controller;
    const { signal } = controller;
    const offer = async () => {
      if (!(await offersThem()) || signal.aborted) return;
      const question = await quietly({});
      if (!question.ok || signal.aborted) return;
      const answer = await askPasskey(question.data.options, { mediation: "conditional", signal });
      if (!answer.ok || signal.aborted) return;
      const outcome = await sendAnswer({ credential: answer.credential });
      if (outcome.ok) arrive(false);
    };
    void offer();
    return () => controller.abort();
  }, [possible, quietly, sendAnswer, arrive]);

  const signIn = async () => {
    offering.current?.abort();
    setFailed(false);
    const question = await ask.send({});
    if (!question.ok) return;
    const answer = await askPasskey(question.data.options);
    if (!answer.ok) {
      setFailed(true);
      return;
    }
    const outcome = await enter.send({ credential: answer.credential });
    if (outcome.ok) arrive(false);
  };

  if (!possible) return null;
  return (
    <Stack gap={4}>
      <div>
        <Button variant="secondary" icon="key" wide pending={ask.state !== "idle" || enter.state !== "idle"} onClick={() => void signIn()}>
          {t`パスキーでログイン`}
        </Button>
      </div>
      <FormProblem problem={ask.problem ?? enter.problem} state={enter.state} />
      {failed ? <Notice icon="key" role="status">{t`パスキーを使いませんでした。もう一度ためすか、メールでログインしてください。`}</Notice> : null}
    </Stack>
  );
}
