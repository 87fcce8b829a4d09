/** After the mail was asked for: where it went, what to do with it, and the six digits for who reads it elsewhere. */
import { useLingui } from "@lingui/react/macro";
import { type FormEvent, type ReactNode, useState } from "react";

import { graphql } from "~/gql/signin";
import { useSubmission } from "~/lib/submission";
import { useSite } from "~/lib/viewer";
import { Button, Buttons } from "~/ui/Button";
import { TextField } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Notice } from "~/ui/Notice";
import { Page } from "~/ui/Page";
import { Quiet, Stack } from "~/ui/Text";

import { useArrive } from "./useArrive";

const EnterCode = graphql(`
  mutation EnterCode($input: EnterCodeInput!) {
    enterCode(input: $input) {
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

/** Digits as people type them: full width, with spaces or a hyphen. */
const digitsOf = (text: string): string => text.normalize("NFKC").replace(/\D/g, "").slice(0, 6);

type CheckMailProps = {
  email: string;
  /** Back to where another address can be typed. */
  onOther: () => void;
  /** What comes before the digits. */
  children?: ReactNode;
};

export function CheckMail({ email, onOther, children }: CheckMailProps) {
  const { t } = useLingui();
  const { demo } = useSite();
  const enter = useSubmission(EnterCode);
  const arrive = useArrive();
  const [code, setCode] = useState("");

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const outcome = await enter.send({ email, code: digitsOf(code) });
    if (outcome.ok) arrive(outcome.data.isNew);
  };

  return (
    <Page title={t`メールを確かめてください`} narrow>
      <Stack gap={5}>
        {children}
        <p>{t`${email}にメールを送りました。メールのリンクを開くか、6桁の番号をここに入力してください。どちらも15分、1回だけ使えます。`}</p>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Stack gap={5}>
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
              <Button type="submit" pending={enter.state !== "idle"}>
                {t`ログインする`}
              </Button>
              <Button variant="quiet" onClick={onOther}>
                {t`別のメールアドレスにする`}
              </Button>
            </Buttons>
          </Stack>
        </form>
        {demo ? (
          <Notice tone="place" icon="mail">
            <p>
              {t`このデモからメールは外に出ません。送ったメールは、ここで読めます。`} <a href="/dev/mail">{t`送信箱を開く`}</a>
            </p>
          </Notice>
        ) : null}
        <Quiet>{t`届かないときは、迷惑メールのフォルダと、アドレスの打ちまちがいを確かめてください。`}</Quiet>
      </Stack>
    </Page>
  );
}
