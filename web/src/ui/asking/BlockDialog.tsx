/** Blocking somebody, asked once: who learns what, and what ends. */
import { useLingui } from "@lingui/react/macro";
import { useLocation } from "wouter";

import { Button } from "../Button";
import { Dialog } from "../Dialog";
import { FormProblem, type Trouble } from "../FormProblem";
import { Stack } from "../Text";
import { useToast } from "../Toast";

type BlockDialogProps = {
  name: string;
  open: boolean;
  onClose: () => void;
  /** `send` tells whether it was done. */
  block: { send: () => Promise<boolean>; state: "idle" | "sending" | "waiting"; problem: Trouble | null };
  /** Where one goes then: what one looked at is out of sight. */
  after: string;
};

export function BlockDialog({ name, open, onClose, block, after }: BlockDialogProps) {
  const { t } = useLingui();
  const [, go] = useLocation();
  const say = useToast();
  const send = async () => {
    if (!(await block.send())) return;
    onClose();
    say(t`${name}さんをブロックしました。`);
    go(after);
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
        <p>{t`おたがいのプロフィールと募集が見えなくなり、やりとりもできなくなります。つながりもなくなります。相手に通知は届きません。「わたし」のページでいつでも解除できます。`}</p>
        <FormProblem problem={block.problem} state={block.state} />
      </Stack>
    </Dialog>
  );
}
