/** Ten codes on paper for the day when the passkey or the app is lost: shown once, then only how many are left. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { graphql } from "~/gql/account";
import { NOW, useSubmission } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { FormProblem } from "~/ui/FormProblem";
import { Section } from "~/ui/Page";
import { Quiet, Stack } from "~/ui/Text";

import style from "./Codes.module.css";

const RenewCodes = graphql(`
  mutation RenewRecoveryCodes($input: RenewRecoveryCodesInput!) {
    renewRecoveryCodes(input: $input) {
      ... on RecoveryCodesRenewed {
        codes
        viewer {
          id
        }
      }
      ... on Problem {
        message
        code
      }
    }
  }
`);

type CodesProps = { left: number; /** There is a passkey or an app that they can stand in for. */ possible: boolean; proven: boolean; onChange: () => void };

export function Codes({ left, possible, proven, onChange }: CodesProps) {
  const { t } = useLingui();
  const renew = useSubmission(RenewCodes, NOW);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const make = async () => {
    const outcome = await renew.send({});
    if (!outcome.ok) return;
    setCodes(outcome.data.codes);
    onChange();
  };
  return (
    <Section title={t`リカバリーコード`}>
      <Quiet>{t`パスキーや認証アプリをなくしたときの控えです。1つにつき1回、本人確認に使えます。`}</Quiet>
      {codes.length > 0 ? (
        <Card>
          <Stack gap={3}>
            <p>{t`いまだけ表示しています。紙に書くか、印刷して、安全なところに置いてください。`}</p>
            <ul className={style.codes} aria-label={t`リカバリーコード`}>
              {codes.map((code) => (
                <li key={code}>
                  <code>{code}</code>
                </li>
              ))}
            </ul>
          </Stack>
        </Card>
      ) : null}
      {possible ? <p>{left > 0 ? t`残り${left}個` : t`まだありません。`}</p> : <Quiet>{t`パスキーか認証アプリを登録すると、つくれます。`}</Quiet>}
      <FormProblem problem={renew.problem} state={renew.state} />
      {possible && proven && codes.length === 0 ? (
        <div>
          <Button variant="secondary" pending={renew.state !== "idle"} onClick={() => void make()}>
            {left > 0 ? t`つくり直す（前のコードは使えなくなります）` : t`リカバリーコードをつくる`}
          </Button>
        </div>
      ) : null}
    </Section>
  );
}
