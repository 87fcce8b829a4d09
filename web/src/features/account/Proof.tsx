/** Who sits here, proven once more: by a passkey, the app or a code on paper; who has none of these signs in anew. */
import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";

import { graphql } from "~/gql/account";
import { paths } from "~/lib/paths";
import { NOW, useSubmission } from "~/lib/submission";
import { useSession, useSite } from "~/lib/viewer";
import { Button } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { TextField } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Section } from "~/ui/Page";
import { Quiet, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { askPasskey, passkeysPossible } from "~/lib/passkeys";

const AskForProof = graphql(`
  mutation AskForProof($input: AskForPasskeyInput!) {
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

const StepUp = graphql(`
  mutation StepUp($input: StepUpInput!) {
    stepUp(input: $input) {
      ... on SteppedUp {
        viewer {
          id
          needsSecondFactor
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

const SignOutToSignIn = graphql(`
  mutation SignOutToSignIn($input: SignOutInput!) {
    signOut(input: $input) {
      ... on SignedOut {
        ok
      }
      ... on Problem {
        message
        code
      }
    }
  }
`);

type Has = { passkeys: boolean; totp: boolean; codes: boolean };

export function Proof({ has, open, onProven }: { has: Has; open: boolean; onProven: () => void }) {
  const { t } = useLingui();
  const [asked, setAsked] = useState(open);
  const hasFactor = has.passkeys || has.totp;
  return (
    <Section title={t`本人確認`}>
      <Card>
        {asked && hasFactor ? (
          <Ways has={has} onProven={onProven} />
        ) : (
          <Stack gap={4}>
            <p>{hasFactor ? t`安全のため、設定を変える前に本人確認をお願いしています。` : t`安全のため、ログインして10分たつと、設定は変えられません。ログインし直すと、変えられます。`}</p>
            <div>{hasFactor ? <Button variant="secondary" icon="key" onClick={() => setAsked(true)}>{t`本人確認をする`}</Button> : <Again />}</div>
          </Stack>
        )}
      </Card>
    </Section>
  );
}

function Again() {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const { end } = useSession();
  const signOut = useSubmission(SignOutToSignIn, NOW);
  const leave = async () => {
    if (!(await signOut.send({})).ok) return;
    navigate(paths.signIn(paths.signIns), { replace: true });
    end();
  };
  return (
    <Button variant="secondary" pending={signOut.state !== "idle"} onClick={() => void leave()}>
      {t`ログインし直す`}
    </Button>
  );
}

function Ways({ has, onProven }: { has: Has; onProven: () => void }) {
  const { t } = useLingui();
  const { publicUrl } = useSite();
  const { reread } = useSession();
  const ask = useSubmission(AskForProof, NOW);
  const prove = useSubmission(StepUp, NOW);
  const say = useToast();
  const byKey = has.passkeys && passkeysPossible(publicUrl);
  const [onPaper, setOnPaper] = useState(!byKey && !has.totp);
  const [code, setCode] = useState("");
  const pending = ask.state !== "idle" || prove.state !== "idle";

  const give = async (proof: { credential: string } | { totp: string } | { recoveryCode: string }) => {
    const outcome = await prove.send(proof);
    if (!outcome.ok) return;
    say(t`本人確認ができました。`);
    onProven();
    reread();
  };
  const byPasskey = async () => {
    const question = await ask.send({});
    const answer = question.ok ? await askPasskey(question.data.options) : null;
    if (answer?.ok) await give({ credential: answer.credential });
  };
  const byCode = (event: FormEvent) => {
    event.preventDefault();
    void give(onPaper ? { recoveryCode: code } : { totp: code });
  };
  const turn = () => {
    setOnPaper(!onPaper);
    setCode("");
    prove.reset();
  };

  return (
    <Stack gap={4}>
      {byKey ? (
        <div>
          <Button icon="key" pending={pending} onClick={() => void byPasskey()}>
            {t`パスキーで確認する`}
          </Button>
        </div>
      ) : null}
      {has.totp || onPaper ? (
        <form onSubmit={byCode} noValidate>
          <Stack gap={4}>
            <TextField
              key={onPaper ? "paper" : "app"}
              label={onPaper ? t`リカバリーコード` : t`認証アプリの6桁の番号`}
              value={code}
              onChange={setCode}
              name={onPaper ? "recoveryCode" : "totp"}
              inputMode={onPaper ? "text" : "numeric"}
              autoComplete={onPaper ? "off" : "one-time-code"}
              autoCapitalize="none"
              spellCheck={false}
              error={prove.errorAt(onPaper ? "recoveryCode" : "totp")}
            />
            <div>
              <Button type="submit" variant={byKey ? "secondary" : "primary"} pending={pending}>
                {t`確認する`}
              </Button>
            </div>
          </Stack>
        </form>
      ) : null}
      <FormProblem problem={ask.problem ?? prove.problem} state={prove.state} placed={["totp", "recoveryCode"]} />
      {(onPaper ? has.totp || byKey : has.codes) ? (
        <div>
          <Button variant="quiet" onClick={turn}>
            {onPaper ? t`ほかの方法を使う` : t`リカバリーコードを使う`}
          </Button>
        </div>
      ) : null}
      <Quiet>{t`どの方法も使えなくなったときは、事務局にお問い合わせください。`}</Quiet>
    </Stack>
  );
}
