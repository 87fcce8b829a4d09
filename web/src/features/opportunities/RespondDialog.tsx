/** A short note to the author, after saying who will learn what; what is typed stays until it is sent. */
import { useLingui } from "@lingui/react/macro";

import { graphql } from "~/gql/opportunities";
import { useDraft } from "~/lib/drafts";
import { useSubmission } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { TextArea } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { Confidential } from "./Confidential";

const Respond = graphql(`
  mutation Respond($input: RespondToOpportunityInput!) {
    respondToOpportunity(input: $input) {
      ... on OpportunityResponded {
        response {
          id
          state
          opportunity {
            id
            viewerMayRespond
            viewerResponse {
              id
              state
            }
          }
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

const EMPTY = { note: "" };
const LONGEST = 1000;

type RespondDialogProps = { id: string; verb: string; title: string; name: string; open: boolean; onClose: () => void };

export function RespondDialog({ id, verb, title, name, open, onClose }: RespondDialogProps) {
  const { t } = useLingui();
  const say = useToast();
  const respond = useSubmission(Respond);
  const draft = useDraft(`respond.${id}`, EMPTY);
  const { note } = draft.value;
  const send = async () => {
    if (!(await respond.send({ opportunity: id, note })).ok) return;
    draft.clear();
    onClose();
    say(name ? t`${name}さんに届きました。お返事があると、お知らせします。` : t`募集者に届きました。お返事があると、お知らせします。`);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t`「${title}」に${verb}`}
      actions={
        <Button pending={respond.state !== "idle"} disabled={!note.trim()} onClick={() => void send()}>
          {verb}
        </Button>
      }
    >
      <Stack gap={4}>
        <p>{name ? t`${name}さんだけに、お名前・在籍歴・ひとことが届きます。契約の申込みではありません。` : t`募集者だけに、お名前・在籍歴・ひとことが届きます。契約の申込みではありません。`}</p>
        <TextArea
          label={t`ひとこと`}
          hint={t`なぜ気になったか、何ができそうかを、短く書いてください。`}
          value={note}
          onChange={(text) => draft.change({ note: text })}
          limit={LONGEST}
          error={respond.errorAt("note")}
        />
        <Confidential />
        <FormProblem problem={respond.problem} state={respond.state} placed={["note"]} />
      </Stack>
    </Dialog>
  );
}
