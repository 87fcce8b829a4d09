/** The form with which a former colleague gives their word: who will learn what, an optional line, and one button. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { graphql } from "~/gql/people";
import { useSubmission } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { TextField } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Quiet, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

const VouchFor = graphql(`
  mutation VouchFor($input: VouchForInput!) {
    vouchFor(input: $input) {
      ... on VouchGiven {
        vouch {
          id
          state
        }
        affiliation {
          id
          state
          verification
          ...Confirming
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

type VouchFormProps = { affiliation: string; token?: string; name: string; months: string; onDone: (held: boolean) => void };

export function VouchForm({ affiliation, token, name, months, onDone }: VouchFormProps) {
  const { t } = useLingui();
  const say = useToast();
  const vouch = useSubmission(VouchFor);
  const [statement, setStatement] = useState("");
  const send = async () => {
    const outcome = await vouch.send({ affiliation, token, statement });
    if (!outcome.ok) return;
    const held = outcome.data.vouch.state === "HELD";
    say(held ? t`受け取りました。運営者が確かめてから、確認になります。` : t`${name}さんの在籍歴を確認しました。`);
    onDone(held);
  };
  return (
    <Stack gap={4}>
      <p>{t`一緒にいた期間：${months}`}</p>
      <p>{t`${name}さんと、この在籍歴を見る運営者に、あなたのお名前と一緒にいた期間が伝わります。ほかの人には、あなたのプロフィールを見られるときだけ、お名前が見えます。`}</p>
      <TextField label={t`ひとこと`} hint={t`${name}さんと運営者だけが読みます。秘密の情報は書かないでください。`} optional value={statement} onChange={setStatement} maxLength={300} error={vouch.errorAt("statement")} />
      <FormProblem problem={vouch.problem} state={vouch.state} placed={["statement"]} />
      <div>
        <Button pending={vouch.state !== "idle"} onClick={() => void send()}>
          {t`一緒にいたことを確認する`}
        </Button>
      </div>
      <Quiet>{t`あとから取り下げられます。`}</Quiet>
    </Stack>
  );
}
