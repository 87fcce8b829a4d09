/** Where the link of the mail leads. Opening it uses nothing up, since mail scanners open links too; the button does. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { graphql } from "~/gql/signin";
import { useArrive } from "~/lib/arriving";
import { paths } from "~/lib/paths";
import { NOW, useSubmission } from "~/lib/submission";
import { tokenOf } from "~/lib/token";
import { useViewer } from "~/lib/viewer";
import { Button, LinkButton } from "~/ui/Button";
import { FormProblem } from "~/ui/FormProblem";
import { Notice } from "~/ui/Notice";
import { Page } from "~/ui/Page";
import { Quiet, Stack } from "~/ui/Text";

const FollowLink = graphql(`
  mutation FollowLink($input: FollowLinkInput!) {
    followLink(input: $input) {
      ... on SignedIn {
        isNew
        joinLink
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

export function LinkPage() {
  const { t } = useLingui();
  const name = useViewer()?.name;
  const [token] = useState(() => tokenOf(location.hash));
  const follow = useSubmission(FollowLink, NOW);
  const arrive = useArrive();
  const submit = async () => {
    const outcome = await follow.send({ token });
    if (outcome.ok) arrive(outcome.data.isNew, outcome.data.joinLink);
  };
  const unusable = !token || follow.problem?.kind === "refused";
  return (
    <Page title={t`ログイン`} narrow>
      <Stack gap={5}>
        {name ? <Notice icon="person">{t`いまは${name}さんとしてログインしています。続けると、メールの届いた方に切り替わります。`}</Notice> : null}
        {token && !follow.problem ? <p>{t`下のボタンで、この端末にログインします。`}</p> : null}
        {token ? null : <Notice tone="bad" icon="warning" title={t`このリンクには、ログインに必要な部分が欠けています。メールのリンクをもう一度開いてください。`} />}
        <FormProblem problem={follow.problem} state={follow.state} />
        <div>
          {unusable ? (
            <LinkButton href={paths.signIn()}>{t`新しいメールを受け取る`}</LinkButton>
          ) : (
            <Button wide pending={follow.state !== "idle"} onClick={() => void submit()}>
              {t`ログインする`}
            </Button>
          )}
        </div>
        <Quiet>{t`身に覚えのないメールでしたら、何もせずに閉じてください。だれもログインできません。`}</Quiet>
      </Stack>
    </Page>
  );
}
