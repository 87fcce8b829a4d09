/** Signing in by mail (an address, then the link or the six digits that arrive) or by a passkey; known and unknown addresses look the same. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { Link, useSearch } from "wouter";

import { graphql } from "~/gql/signin";
import { useEntering } from "~/lib/applying/entering";
import { paths } from "~/lib/paths";
import { NOW, useSubmission } from "~/lib/submission";
import { useSite } from "~/lib/viewer";
import { Button } from "~/ui/Button";
import { CheckMail } from "~/ui/applying/CheckMail";
import { TextField } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Page } from "~/ui/Page";
import { Quiet, Stack } from "~/ui/Text";

import { DemoSignIns } from "./DemoSignIns";
import { ProviderSignIn } from "./ProviderSignIn";
import { PasskeySignIn } from "./PasskeySignIn";

const RequestSignIn = graphql(`
  mutation RequestSignIn($input: RequestSignInInput!) {
    requestSignIn(input: $input) {
      ... on SignInRequested {
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

export function SignInPage() {
  const { t } = useLingui();
  const { demo } = useSite();
  const search = useSearch();
  const request = useSubmission(RequestSignIn, NOW);
  const entering = useEntering();
  const [email, setEmail] = useState("");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const join = search ? `${paths.join}?${search}` : paths.join;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const outcome = await request.send({ email });
    if (outcome.ok) setSentTo(outcome.data.email);
  };

  if (sentTo) return <CheckMail email={sentTo} demo={demo} entering={entering} onOther={() => setSentTo(null)} />;
  return (
    <Page title={t`ログイン`} narrow>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap={5}>
          <TextField
            label={t`メールアドレス`}
            hint={t`ログインのリンクと6桁の番号を送ります。パスワードはありません。`}
            type="email"
            name="email"
            autoComplete="username webauthn"
            inputMode="email"
            value={email}
            onChange={setEmail}
            error={request.errorAt("email")}
          />
          <FormProblem problem={request.problem} state={request.state} placed={["email"]} />
          <div>
            <Button type="submit" icon="mail" wide pending={request.state !== "idle"}>
              {t`メールを受け取る`}
            </Button>
          </div>
          <PasskeySignIn />
          <Quiet>
            <Trans>
              はじめての方は、<Link href={join}>参加する（無料）</Link>からどうぞ。
            </Trans>
          </Quiet>
        </Stack>
      </form>
      <ProviderSignIn />
      {demo ? <DemoSignIns /> : null}
    </Page>
  );
}
