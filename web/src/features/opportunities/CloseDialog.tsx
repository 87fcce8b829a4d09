/** Closing one's own opportunity: with a reason, and after saying who will see it. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { useKeptSubmission } from "~/lib/outbox/useOutbox";
import { type CloseReason, closeWords } from "~/lib/words";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { RadioGroup } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

const REASONS: CloseReason[] = ["FOUND", "ENDED", "WITHDRAWN"];

type CloseDialogProps = { id: string; title: string; count: number; open: boolean; onClose: () => void };

export function CloseDialog({ id, title, count, open, onClose }: CloseDialogProps) {
  const { t, i18n } = useLingui();
  const say = useToast();
  const close = useKeptSubmission({
    kind: "closeOpportunity",
    lane: `close.${id}`,
    onSent: () => {
      onClose();
      say(t`募集を締め切りました。`);
    },
  });
  const [reason, setReason] = useState<CloseReason>("FOUND");
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t`この募集を締め切りますか？`}
      actions={
        <Button pending={close.state !== "idle"} onClick={() => close.send({ opportunity: id, reason })}>
          {t`締め切る`}
        </Button>
      }
    >
      <Stack gap={4}>
        <p>{t`「${title}」は一覧から消えて、元に戻せません。`}</p>
        <p>
          {count > 0
            ? t`お返事をくれた${count}人は、締め切ったことと理由をこのページで見られます。続いているやりとりは、そのまま続けられます。`
            : t`お返事をくれた人はまだいないので、だれにも知らされません。`}
        </p>
        <RadioGroup
          label={t`理由`}
          value={reason}
          onChange={setReason}
          error={close.errorAt("reason")}
          choices={REASONS.map((value) => ({ value, label: i18n._(closeWords[value]) }))}
        />
        <FormProblem problem={close.problem} state={close.state} onTakeBack={close.takeBack} placed={["reason"]} />
      </Stack>
    </Dialog>
  );
}
