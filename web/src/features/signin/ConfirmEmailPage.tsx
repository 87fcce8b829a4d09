/** Where the link of a mail about another address leads. Opening it confirms nothing, since mail scanners open links too; the button does. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { graphql } from "~/gql/signin";
import { paths } from "~/lib/paths";
import { NOW, useSubmission } from "~/lib/submission";
import { tokenOf } from "~/lib/token";
import { useSession } from "~/lib/viewer";
import { Button, LinkButton } from "~/ui/Button";
import { FormProblem } from "~/ui/FormProblem";
import { Notice } from "~/ui/Notice";
import { Page } from "~/ui/Page";
import { Quiet, Stack } from "~/ui/Text";

const ConfirmEmailChange = graphql(`
  mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) {
    confirmEmailChange(input: $input) {
      ... on EmailChangeConfirmed {
        done
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

export function ConfirmEmailPage() {
  const { t } = useLingui();
  const { reread } = useSession();
  const [token] = useState(() => tokenOf(location.hash));
  const [done, setDone] = useState<boolean | null>(null);
  const confirm = useSubmission(ConfirmEmailChange, NOW);
  const submit = async () => {
    const outcome = await confirm.send({ token });
    if (!outcome.ok) return;
    setDone(outcome.data.done);
    if (outcome.data.done) reread();
  };
  if (done !== null) {
    return (
      <Page title={t`メールアドレスの変更`} narrow>
        <Stack gap={5}>
          {done ? (
            <Notice tone="good" icon="check" role="status" title={t`メールアドレスが変わりました。次からは、新しいメールアドレスでログインしてください。`} />
          ) : (
            <Notice icon="mail" role="status" title={t`確認できました。もう一方のメールアドレスに届いたメールでも確認すると、変更されます。`} />
          )}
          <div>
            <LinkButton href={paths.home} variant="secondary">
              {t`ホームへ`}
            </LinkButton>
          </div>
        </Stack>
      </Page>
    );
  }
  return (
    <Page title={t`メールアドレスの変更`} narrow>
      <Stack gap={5}>
        {token ? (
          <p>{t`下のボタンで、このメールの届いたメールアドレスを確認します。今までのものと新しいもの、両方で確認すると変更されます。`}</p>
        ) : (
          <Notice tone="bad" icon="warning" title={t`このリンクには、確認に必要な部分が欠けています。メールのリンクをもう一度開いてください。`} />
        )}
        <FormProblem problem={confirm.problem} state={confirm.state} />
        {token && confirm.problem?.kind !== "refused" ? (
          <div>
            <Button wide pending={confirm.state !== "idle"} onClick={() => void submit()}>
              {t`確認する`}
            </Button>
          </div>
        ) : null}
        <Quiet>{t`身に覚えのないメールでしたら、何もせずに閉じてください。何も変わりません。`}</Quiet>
      </Stack>
    </Page>
  );
}
