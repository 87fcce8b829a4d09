/** Declining a response, or withdrawing one's own: what the other learns is said before. */
import { useLingui } from "@lingui/react/macro";

import { graphql } from "~/gql/inbox";
import { useSubmission } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { FormProblem } from "~/ui/FormProblem";
import { Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

const Decline = graphql(`
  mutation DeclineTalk($input: DeclineResponseInput!) {
    declineResponse(input: $input) {
      ... on ResponseDeclined {
        response {
          id
          state
          viewerMay
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

const Withdraw = graphql(`
  mutation WithdrawTalk($input: WithdrawResponseInput!) {
    withdrawResponse(input: $input) {
      ... on ResponseWithdrawn {
        response {
          id
          state
          viewerMay
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

type EndDialogProps = { response: string; how: "decline" | "withdraw"; who: string; open: boolean; onClose: () => void };

export function EndDialog({ response, how, who, open, onClose }: EndDialogProps) {
  const { t } = useLingui();
  const say = useToast();
  const decline = useSubmission(Decline);
  const withdraw = useSubmission(Withdraw);
  const { state, problem } = how === "decline" ? decline : withdraw;
  const texts =
    how === "decline"
      ? { title: t`${who}とのやりとりを見送りますか？`, act: t`見送る`, said: t`見送りました。` }
      : { title: t`${who}へのお返事を辞退しますか？`, act: t`辞退する`, said: t`辞退しました。` };
  const send = async () => {
    const { ok } = await (how === "decline" ? decline.send({ response }) : withdraw.send({ response }));
    if (!ok) return;
    onClose();
    say(texts.said);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={texts.title}
      actions={
        <Button pending={state !== "idle"} onClick={() => void send()}>
          {texts.act}
        </Button>
      }
    >
      <Stack gap={4}>
        <p>
          {how === "decline"
            ? t`${who}には、見送りになったことだけが届きます。ここではもう書けなくなり、元には戻せません。`
            : t`${who}には、辞退したことだけが届きます。ここではもう書けなくなり、元には戻せません。`}
        </p>
        <FormProblem problem={problem} state={state} />
      </Stack>
    </Dialog>
  );
}
