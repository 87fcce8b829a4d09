/** After the mail was asked for: where it went, what to do with it, and the six digits for who reads it elsewhere. */
import { useLingui } from "@lingui/react/macro";
import { type FormEvent, type ReactNode, useState } from "react";

import { Button, Buttons } from "../Button";
import { TextField } from "../Field";
import { FormProblem, type Trouble } from "../FormProblem";
import { Notice } from "../Notice";
import { Page } from "../Page";
import { Quiet, Stack } from "../Text";

/** Digits as people type them: full width, with spaces or a hyphen. */
const digitsOf = (text: string): string => text.normalize("NFKC").replace(/\D/g, "").slice(0, 6);

type CheckMailProps = {
  email: string;
  /** Where mails do not leave the machine, and can be read on a page. */
  demo: boolean;
  entering: { enter: (email: string, code: string) => Promise<void>; state: "idle" | "sending" | "waiting"; problem: Trouble | null; errorAt: (field: string) => string | null };
  /** Back to where another address can be typed. */
  onOther: () => void;
  /** What comes before the digits. */
  children?: ReactNode;
};

export function CheckMail({ email, demo, entering, onOther, children }: CheckMailProps) {
  const { t } = useLingui();
  const { enter, state, problem, errorAt } = entering;
  const [code, setCode] = useState("");

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void enter(email, digitsOf(code));
  };

  return (
    <Page title={t`メールを確かめてください`} narrow>
      <Stack gap={5}>
        {children}
        <p>{t`${email}にメールを送りました。メールのリンクを開くか、6桁の番号をここに入力してください。どちらも15分、1回だけ使えます。`}</p>
        <form onSubmit={submit} noValidate>
          <Stack gap={5}>
            <TextField
              label={t`6桁の番号`}
              value={code}
              onChange={setCode}
              name="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={16}
              error={errorAt("code")}
            />
            <FormProblem problem={problem} state={state} placed={["code"]} />
            <Buttons>
              <Button type="submit" pending={state !== "idle"}>
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
