/** Reporting a talk: its reporter chooses which of the other's words are shown; nothing else of it is read by anybody. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { graphql } from "~/gql/inbox";
import { useSubmission } from "~/lib/submission";
import { type ReportReason, reportWords } from "~/lib/words";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Checkbox, FieldGroup, RadioGroup, TextArea } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Quiet, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";
import { textLanguage } from "~/ui/language";

import { useMessages } from "./useMessages";

const Report = graphql(`
  mutation ReportConversation($input: FileReportInput!) {
    fileReport(input: $input) {
      ... on ReportFiled {
        report {
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

type ReportDialogProps = { response: string; conversation: string; name: string; open: boolean; onClose: () => void };

export function ReportDialog({ response, conversation, name, open, onClose }: ReportDialogProps) {
  const { t, i18n } = useLingui();
  const say = useToast();
  const report = useSubmission(Report);
  const [reason, setReason] = useState<ReportReason | "">("");
  const [note, setNote] = useState("");
  const [chosen, setChosen] = useState<string[]>([]);
  const { messages, hasOlder, readOlder } = useMessages(response);
  const theirs = messages.filter(({ mine }) => !mine);
  const excerpt = theirs
    .filter(({ id }) => chosen.includes(id))
    .map(({ body }) => body)
    .join("\n\n");
  const send = async () => {
    if (reason === "") return;
    if (!(await report.send({ subject: "CONVERSATION", id: conversation, reason, note: note || null, excerpt: excerpt || null })).ok) return;
    onClose();
    say(t`通報を受け取りました。確認した結果を、お知らせします。`);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t`このやりとりを通報する`}
      actions={
        <Button pending={report.state !== "idle"} disabled={reason === ""} onClick={() => void send()}>
          {t`通報する`}
        </Button>
      }
    >
      <Stack gap={4}>
        <p>{t`事務局が読むのは、あなたが選んだメッセージだけです。${name}さんには、だれが通報したかは伝わりません。`}</p>
        <RadioGroup
          label={t`どうしましたか`}
          value={reason}
          onChange={setReason}
          error={report.errorAt("reason")}
          choices={(Object.keys(reportWords) as ReportReason[]).map((value) => ({ value, label: i18n._(reportWords[value]) }))}
        />
        <FieldGroup label={t`見せるメッセージ`} optional error={report.errorAt("excerpt")}>
          {theirs.length === 0 ? <Quiet>{t`${name}さんからのメッセージは、まだありません。`}</Quiet> : null}
          {hasOlder ? <Button variant="quiet" onClick={readOlder}>{t`前のメッセージを見る`}</Button> : null}
          {theirs.map(({ id, body }) => (
            <Checkbox
              key={id}
              label={<span lang={textLanguage(body)}>{body}</span>}
              checked={chosen.includes(id)}
              onChange={(on) => setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
            />
          ))}
        </FieldGroup>
        <TextArea label={t`補足`} optional value={note} onChange={setNote} limit={1000} error={report.errorAt("note")} />
        <FormProblem problem={report.problem} state={report.state} placed={["reason", "note", "excerpt"]} />
      </Stack>
    </Dialog>
  );
}
