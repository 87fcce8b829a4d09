/** Parting from somebody, asked once: what both will no longer see, and that nobody is told. */
import { useLingui } from "@lingui/react/macro";

import { Button } from "../Button";
import { Dialog } from "../Dialog";
import { FormProblem, type Trouble } from "../FormProblem";
import { useToast } from "../Toast";

type EndConnectionDialogProps = {
  name: string;
  open: boolean;
  onClose: () => void;
  /** `send` tells whether it was done. */
  end: { send: () => Promise<boolean>; state: "idle" | "sending" | "waiting"; problem: Trouble | null };
};

export function EndConnectionDialog({ name, open, onClose, end }: EndConnectionDialogProps) {
  const { t } = useLingui();
  const say = useToast();
  const send = async () => {
    if (!(await end.send())) return;
    onClose();
    say(t`${name}さんとのつながりを解きました。`);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t`${name}さんとのつながりを解きますか？`}
      actions={
        <Button variant="danger" pending={end.state !== "idle"} onClick={() => void send()}>
          {t`つながりを解く`}
        </Button>
      }
    >
      <p>{t`つながりのある人として見えていた項目は、おたがいに見えなくなります。相手に通知は届きません。`}</p>
      <FormProblem problem={end.problem} state={end.state} />
    </Dialog>
  );
}
