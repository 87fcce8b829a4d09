/** The no: doing nothing is enough; for good it is one press and a question, with what it means. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { graphql } from "~/gql/rosters";
import { useSubmission } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { FormProblem } from "~/ui/FormProblem";
import { Section } from "~/ui/Page";
import { Quiet, Stack } from "~/ui/Text";

const DeclineInvitations = graphql(`
  mutation DeclineInvitations($input: DeclineInvitationsInput!) {
    declineInvitations(input: $input) {
      ... on InvitationsDeclined {
        group {
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

export function Decline({ token, onDeclined }: { token: string; onDeclined: () => void }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const decline = useSubmission(DeclineInvitations);
  const submit = async () => {
    const outcome = await decline.send({ token });
    setAsking(false);
    if (outcome.ok) onDeclined();
  };
  return (
    <Section title={t`参加しないとき`}>
      <Stack gap={3}>
        <Quiet>{t`何もしなくて大丈夫です。名簿にある内容は、取り込みから60日で消えます。`}</Quiet>
        <FormProblem problem={decline.problem} state={decline.state} />
        <div>
          <Button variant="quiet" onClick={() => setAsking(true)}>
            {t`今後、招待を受け取らない`}
          </Button>
        </div>
      </Stack>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t`今後、どのグループからの招待も受け取らないようにしますか？`}
        actions={
          <Button variant="danger" pending={decline.state !== "idle"} onClick={() => void submit()}>
            {t`招待を受け取らない`}
          </Button>
        }
      >
        <p>{t`どのグループからも、招待は届かなくなります。名簿にある内容はすぐに消えます。グループにお知らせは届きません。ご自分では、いつでも登録できます。`}</p>
      </Dialog>
    </Section>
  );
}
