/** Showing once more who one is: a mail to one's own address, and its six digits. */
import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";

import { graphql } from "~/gql/data";
import { useSubmission } from "~/lib/submission";
import { useSite } from "~/lib/viewer";
import { Button, Buttons } from "~/ui/Button";
import { TextField } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Quiet, Stack } from "~/ui/Text";

const SendCode = graphql(`
  mutation SendProof($input: RequestSignInInput!) {
    requestSignIn(input: $input) {
      ... on SignInRequested {
        email
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

const EnterCode = graphql(`
  mutation EnterProof($input: EnterCodeInput!) {
    enterCode(input: $input) {
      ... on SignedIn {
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

const digitsOf = (text: string): string => text.normalize("NFKC").replace(/\D/g, "").slice(0, 6);

export function Proof({ email, onProven }: { email: string; onProven: () => void }) {
  const { t } = useLingui();
  const { demo } = useSite();
  const mail = useSubmission(SendCode);
  const enter = useSubmission(EnterCode);
  const [sent, setSent] = useState(false);
  const [code, setCode] = useState("");
  const ask = async () => {
    if ((await mail.send({ email })).ok) setSent(true);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if ((await enter.send({ email, code: digitsOf(code) })).ok) onProven();
  };
  if (!sent)
    return (
      <Stack gap={3}>
        <FormProblem problem={mail.problem} state={mail.state} />
        <Buttons>
          <Button variant="secondary" pending={mail.state !== "idle"} onClick={() => void ask()}>{t`確認のメールを送る`}</Button>
        </Buttons>
      </Stack>
    );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={4}>
        <p role="status">{t`${email}にメールを送りました。6桁の番号をここに入力してください。`}</p>
        {demo ? (
          <Quiet>
            <a href="/dev/mail" target="_blank" rel="noreferrer">{t`送信箱を開く`}</a>
          </Quiet>
        ) : null}
        <TextField
          label={t`6桁の番号`}
          value={code}
          onChange={setCode}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={16}
          error={enter.errorAt("code")}
        />
        <FormProblem problem={enter.problem} state={enter.state} placed={["code"]} />
        <Buttons>
          <Button type="submit" pending={enter.state !== "idle"}>{t`確かめて、退会する`}</Button>
        </Buttons>
      </Stack>
    </form>
  );
}
