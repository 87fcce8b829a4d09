/** Reporting something: why, and what else there is to say; `lead` says who reads it and what they are told. */
import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";

import { Button } from "../Button";
import { Dialog } from "../Dialog";
import { RadioGroup, TextArea } from "../Field";
import { FormProblem, type Trouble } from "../FormProblem";
import { Stack } from "../Text";
import { useToast } from "../Toast";

type ReportDialogProps<Reason extends string> = {
  title: string;
  lead: string;
  /** Said once it was received. */
  thanks: string;
  open: boolean;
  onClose: () => void;
  report: {
    /** Tells whether it was received. */
    send: (said: { reason: Reason; note: string | null }) => Promise<boolean>;
    reasons: readonly { value: Reason; label: string }[];
    state: "idle" | "sending" | "waiting";
    problem: Trouble | null;
    errorAt: (field: string) => string | null;
  };
  /** Further fields, and how the server names them. */
  children?: ReactNode;
  placed?: readonly string[];
};

export function ReportDialog<Reason extends string>({ title, lead, thanks, open, onClose, report, children, placed = [] }: ReportDialogProps<Reason>) {
  const { t } = useLingui();
  const say = useToast();
  const [reason, setReason] = useState<Reason | "">("");
  const [note, setNote] = useState("");
  const send = async () => {
    if (reason === "" || !(await report.send({ reason, note: note || null }))) return;
    onClose();
    say(thanks);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      actions={
        <Button pending={report.state !== "idle"} disabled={reason === ""} onClick={() => void send()}>
          {t`通報する`}
        </Button>
      }
    >
      <Stack gap={4}>
        <p>{lead}</p>
        <RadioGroup label={t`どうしましたか`} value={reason} onChange={setReason} error={report.errorAt("reason")} choices={[...report.reasons]} />
        {children}
        <TextArea label={t`補足`} optional value={note} onChange={setNote} limit={1000} error={report.errorAt("note")} />
        <FormProblem problem={report.problem} state={report.state} placed={["reason", "note", ...placed]} />
      </Stack>
    </Dialog>
  );
}
