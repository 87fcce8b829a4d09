/** Reporting a talk: its reporter chooses which of the other's words are shown; nothing else of it is read by anybody. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { useReport } from "~/lib/safety";
import { Button } from "~/ui/Button";
import { Checkbox, FieldGroup } from "~/ui/Field";
import { ReportDialog } from "~/ui/asking/ReportDialog";
import { Quiet } from "~/ui/Text";
import { textLanguage } from "~/ui/language";

import { useMessages } from "./useMessages";

type ReportTalkProps = { response: string; conversation: string; name: string; open: boolean; onClose: () => void };

export function ReportTalk({ response, conversation, name, open, onClose }: ReportTalkProps) {
  const { t } = useLingui();
  const report = useReport("CONVERSATION", conversation);
  const [chosen, setChosen] = useState<string[]>([]);
  const { messages, hasOlder, readOlder } = useMessages(response, conversation);
  const theirs = messages.filter(({ mine }) => !mine);
  const excerpt = theirs
    .filter(({ id }) => chosen.includes(id))
    .map(({ body }) => body)
    .join("\n\n");
  return (
    <ReportDialog
      title={t`このやりとりを通報する`}
      lead={t`事務局が読むのは、あなたが選んだメッセージだけです。${name}さんには、だれが通報したかは伝わりません。`}
      thanks={t`通報を受け取りました。確認した結果を、お知らせします。`}
      open={open}
      onClose={onClose}
      report={{ ...report, send: (said) => report.send({ ...said, excerpt: excerpt || null }) }}
      placed={["excerpt"]}
    >
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
    </ReportDialog>
  );
}
