/** A decision with its reason, or a question back: templates that can be edited, and a sentence that says who will read it. */
import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";

import type { Problem } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { TextArea } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { FilterChip, FilterChips } from "~/ui/Tag";
import { Stack } from "~/ui/Text";

type ReasonProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  /** Who will learn what. */
  explanation: string;
  /** A word to press, and the sentence that it puts into the field. */
  templates: readonly { label: string; text: string }[];
  action: string;
  danger?: boolean;
  /** What is written is a question, and no reason. */
  asks?: boolean;
  submission: { state: "idle" | "sending" | "waiting"; problem: Problem | null; errorAt: (field: string) => string | null };
  onSend: (reason: string) => void;
  /** Asked before the reason. */
  children?: ReactNode;
};

export function Reason({ open, onClose, title, explanation, templates, action, danger = false, asks = false, submission, onSend, children }: ReasonProps) {
  const { t } = useLingui();
  const [reason, setReason] = useState("");
  const field = asks ? "question" : "reason";
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      actions={
        <Button variant={danger ? "danger" : "primary"} pending={submission.state !== "idle"} disabled={!reason.trim()} onClick={() => onSend(reason.trim())}>
          {action}
        </Button>
      }
    >
      <Stack gap={4}>
        <p>{explanation}</p>
        {children}
        <FilterChips label={asks ? t`質問のひな形` : t`理由のひな形`}>
          {templates.map(({ label, text }) => (
            <FilterChip key={label} pressed={reason === text} onPress={() => setReason(text)}>
              {label}
            </FilterChip>
          ))}
        </FilterChips>
        <TextArea
          label={asks ? t`質問` : t`理由`}
          hint={t`ひな形を選んで、書き直すこともできます。`}
          value={reason}
          onChange={setReason}
          limit={500}
          error={submission.errorAt(field)}
        />
        <FormProblem problem={submission.problem} state={submission.state} placed={[field]} />
      </Stack>
    </Dialog>
  );
}
