/** A decision with its reason, or a question back: templates that can be edited, and a sentence that says who will read it. */
import { useLingui } from "@lingui/react/macro";
import { type MouseEvent, type ReactNode, useState } from "react";

import { Button } from "../Button";
import { Dialog } from "../Dialog";
import { FieldError, TextArea } from "../Field";
import { FormProblem, type Trouble } from "../FormProblem";
import { FilterChip, FilterChips } from "../Tag";
import { Stack } from "../Text";
import { focusInvalid } from "../focus";

/** A word to press, and the sentence that it puts into the field. */
export type Template = { label: string; text: string };

type ReasonProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  /** Who will learn what. */
  explanation: string;
  templates: readonly Template[];
  action: string;
  danger?: boolean;
  /** What is written is a question, and no reason. */
  asks?: boolean;
  submission: { state: "idle" | "sending" | "waiting"; problem: Trouble | null; errorAt: (field: string) => string | null };
  onSend: (reason: string) => void;
  /** What else is still missing, as a sentence. */
  incomplete?: string | null;
  /** Asked before the reason. */
  children?: ReactNode;
};

export function ReasonDialog({ open, onClose, title, explanation, templates, action, danger = false, asks = false, submission, onSend, incomplete = null, children }: ReasonProps) {
  const leftOut = useReasonLeftOut(asks);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const field = asks ? "question" : "reason";
  const missing = leftOut(reason);
  const press = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const dialog = currentTarget.closest("dialog");
    setTried(true);
    if (!missing && !incomplete) onSend(reason.trim());
    else if (dialog) focusInvalid(dialog);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      actions={
        <Button variant={danger ? "danger" : "primary"} pending={submission.state !== "idle"} onClick={press}>
          {action}
        </Button>
      }
    >
      <Stack gap={4}>
        <p>{explanation}</p>
        {children}
        {tried && incomplete ? (
          <div role="alert">
            <FieldError>{incomplete}</FieldError>
          </div>
        ) : null}
        <ReasonField templates={templates} asks={asks} reason={reason} onChange={setReason} error={(tried && missing) || submission.errorAt(field)} />
        <FormProblem problem={submission.problem} state={submission.state} placed={[field]} />
      </Stack>
    </Dialog>
  );
}

/** What is said where nothing was written; null where something was. */
export function useReasonLeftOut(asks = false): (reason: string) => string | null {
  const { t } = useLingui();
  return (reason) => (reason.trim() ? null : asks ? t`質問を書いてください。` : t`理由を書いてください。`);
}

type ReasonFieldProps = { templates: readonly Template[]; asks?: boolean; reason: string; onChange: (reason: string) => void; error: string | null };

/** The reason itself, where a form asks for more than a reason. */
export function ReasonField({ templates, asks = false, reason, onChange, error }: ReasonFieldProps) {
  const { t } = useLingui();
  // One's own words are never lost: a template goes below them.
  const add = (text: string) => {
    const own = reason.trim() !== "" && templates.every((one) => one.text !== reason);
    onChange(own ? `${reason.trimEnd()}\n${text}` : text);
  };
  return (
    <>
      <FilterChips label={asks ? t`質問のひな形` : t`理由のひな形`}>
        {templates.map(({ label, text }) => (
          <FilterChip key={label} pressed={reason === text} onPress={() => add(text)}>
            {label}
          </FilterChip>
        ))}
      </FilterChips>
      <TextArea label={asks ? t`質問` : t`理由`} hint={t`ひな形を選んで、書き直せます。`} value={reason} onChange={onChange} limit={500} error={error} />
    </>
  );
}
