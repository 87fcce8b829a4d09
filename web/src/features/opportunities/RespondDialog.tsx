/** A short note to the author, by name or without, after saying who will learn what; what is typed stays until it is sent. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { graphql } from "~/gql/opportunities";
import { useDraft } from "~/lib/drafts";
import { useKeptSubmission } from "~/lib/outbox/useOutbox";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Checkbox, TextArea } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Notice } from "~/ui/Notice";
import { Quiet, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { Confidential } from "./Confidential";

const Preview = graphql(`
  query ResponsePreview($id: ID!) {
    responsePreview(opportunity: $id) {
      coarser
      withoutNameByDefault
      label {
        text
        breadth
      }
    }
  }
`);

const EMPTY = { note: "", named: null as boolean | null };
const LONGEST = 1000;

type RespondDialogProps = { id: string; verb: string; title: string; name: string; open: boolean; onClose: () => void };

export function RespondDialog({ id, verb, title, name, open, onClose }: RespondDialogProps) {
  const { t } = useLingui();
  const say = useToast();
  const draftKey = `respond.${id}`;
  const draft = useDraft(draftKey, EMPTY);
  const respond = useKeptSubmission({
    kind: "respondToOpportunity",
    lane: draftKey,
    draftKey,
    onSent: () => {
      draft.clear();
      onClose();
      say(name ? t`${name}さんに届きました。お返事があると、お知らせします。` : t`募集者に届きました。お返事があると、お知らせします。`);
    },
  });
  const { note } = draft.value;
  const [{ data, error }] = useQuery({ query: Preview, variables: { id }, pause: !open, requestPolicy: "network-only" });
  const preview = data?.responsePreview;
  const named = draft.value.named ?? !preview?.withoutNameByDefault;
  const send = () => {
    draft.keep();
    respond.send({ opportunity: id, note, withoutName: named ? null : (preview?.label.breadth ?? "MEMBER") });
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t`「${title}」に${verb}`}
      actions={
        <Button pending={respond.state !== "idle"} disabled={!note.trim() || !preview} onClick={send}>
          {verb}
        </Button>
      }
    >
      <Stack gap={4}>
        <p>{name ? t`${name}さんだけに届きます。契約の申込みではありません。` : t`募集者だけに届きます。契約の申込みではありません。`}</p>
        {preview ? (
          <Checkbox
            label={t`お名前を出す`}
            hint={t`出さないときは、やりとりが始まるまで、お名前・在籍歴の代わりに出身の目安だけが届きます。`}
            checked={named}
            onChange={(chosen) => draft.change({ named: chosen })}
          />
        ) : null}
        {preview ? <Seen label={named ? null : preview.label.text} coarser={preview.coarser} /> : null}
        {error ? <p role="alert">{t`お名前の見え方を読み込めませんでした。書いた内容は残っています。開き直して、もう一度お試しください。`}</p> : null}
        <TextArea
          label={t`ひとこと`}
          hint={t`なぜ気になったか、何ができそうかを、短く書いてください。`}
          value={note}
          onChange={(text) => draft.change({ note: text })}
          limit={LONGEST}
          error={respond.errorAt("note")}
        />
        {named ? null : <Quiet>{t`ひとことの中身から、どなたかがわかることもあります。社名・部署・時期などは、お気をつけください。`}</Quiet>}
        <Confidential />
        <FormProblem problem={respond.problem} state={respond.state} onTakeBack={respond.takeBack} placed={["note"]} />
      </Stack>
    </Dialog>
  );
}

/** Exactly what the author will read where the name would stand. */
function Seen({ label, coarser }: { label: string | null; coarser: boolean }) {
  const { t } = useLingui();
  return (
    <Notice icon="person" title={label === null ? t`お名前・在籍歴・ひとことが届きます。` : t`募集者には、こう見えます：${label}`}>
      {label !== null && coarser ? (
        <p>
          <Trans>同じ条件の人が少ないので、業種や年数は、出せるところまでにしています。</Trans>
        </p>
      ) : null}
      {label === null ? null : (
        <p>
          <Trans>募集者がやりとりを始めると、お名前が届きます。</Trans>
        </p>
      )}
    </Notice>
  );
}
