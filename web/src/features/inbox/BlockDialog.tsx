/** Blocking the other of a talk: nobody is told. */
import { useLingui } from "@lingui/react/macro";
import { useLocation } from "wouter";

import { graphql } from "~/gql/inbox";
import { paths } from "~/lib/paths";
import { useSubmission } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { FormProblem } from "~/ui/FormProblem";
import { Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

const Block = graphql(`
  mutation BlockOther($input: BlockMemberInput!) {
    blockMember(input: $input) {
      ... on MemberBlocked {
        member
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

export function BlockDialog({ id, name, open, onClose }: { id: string; name: string; open: boolean; onClose: () => void }) {
  const { t } = useLingui();
  const [, go] = useLocation();
  const say = useToast();
  const block = useSubmission(Block);
  const send = async () => {
    if (!(await block.send({ member: id })).ok) return;
    say(t`${name}さんをブロックしました。`);
    go(paths.inbox);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t`${name}さんをブロックしますか？`}
      actions={
        <Button variant="danger" pending={block.state !== "idle"} onClick={() => void send()}>
          {t`ブロックする`}
        </Button>
      }
    >
      <Stack gap={4}>
        <p>{t`おたがいのプロフィールと募集が見えなくなり、やりとりもできなくなります。つながりも解けます。相手に通知は届きません。「わたし」のページでいつでも解除できます。`}</p>
        <FormProblem problem={block.problem} state={block.state} />
      </Stack>
    </Dialog>
  );
}
