/** Taking one's own proposal back; a question first, since nothing of it is kept. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";

import { graphql } from "~/gql/groups";
import { paths } from "~/lib/paths";
import { useSubmission } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { FormProblem } from "~/ui/FormProblem";
import { useToast } from "~/ui/Toast";

const Withdraw = graphql(`
  mutation WithdrawGroupProposal($input: WithdrawGroupProposalInput!) {
    withdrawGroupProposal(input: $input) {
      ... on GroupProposalWithdrawn {
        group
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

export function WithdrawProposal({ group, name }: { group: string; name: string }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const [, go] = useLocation();
  const say = useToast();
  const withdraw = useSubmission(Withdraw);
  const submit = async () => {
    const outcome = await withdraw.send({ group });
    if (!outcome.ok) return;
    say(t`「${name}」の提案を取り下げました。`);
    go(paths.groups, { replace: true });
  };
  return (
    <>
      <Button variant="quiet" onClick={() => setAsking(true)}>
        {t`提案を取り下げる`}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t`「${name}」の提案を取り下げますか？`}
        actions={
          <Button variant="danger" pending={withdraw.state !== "idle"} onClick={() => void submit()}>
            {t`取り下げる`}
          </Button>
        }
      >
        <p>{t`グループについて書いた内容はすべて消え、事務局からも見えなくなります。もう一度提案するときは、はじめから書いていただくことになります。`}</p>
        <FormProblem problem={withdraw.problem} state={withdraw.state} />
      </Dialog>
    </>
  );
}
