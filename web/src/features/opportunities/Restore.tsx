/** Bringing a hidden post back, for who decides where it is hidden; its author reads the reason. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { graphql } from "~/gql/opportunities";
import { useSubmission } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { TextArea } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

const RestorePost = graphql(`
  mutation RestorePost($input: RestoreOpportunityInput!) {
    restoreOpportunity(input: $input) {
      ... on OpportunityRestored {
        opportunity {
          id
          ...Standing
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

/** group null: it is hidden everywhere. */
export function Restore({ id, group }: { id: string; group: string | null }) {
  const { t } = useLingui();
  const say = useToast();
  const restore = useSubmission(RestorePost);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const close = () => setOpen(false);
  const send = async () => {
    if (!(await restore.send({ opportunity: id, group, reason: reason.trim() })).ok) return;
    close();
    say(t`元に戻しました。`);
  };
  return (
    <>
      <div>
        <Button variant="secondary" onClick={() => setOpen(true)}>{t`元に戻す`}</Button>
      </div>
      <Dialog
        open={open}
        onClose={close}
        title={t`この募集を元に戻しますか？`}
        actions={
          <Button pending={restore.state !== "idle"} disabled={!reason.trim()} onClick={() => void send()}>
            {t`元に戻す`}
          </Button>
        }
      >
        <Stack gap={4}>
          <p>{t`また見えるようになります。募集した方に、理由をお知らせします。`}</p>
          <TextArea label={t`理由`} value={reason} onChange={setReason} limit={500} error={restore.errorAt("reason")} />
          <FormProblem problem={restore.problem} state={restore.state} placed={["reason"]} />
        </Stack>
      </Dialog>
    </>
  );
}
