/** Taking somebody off the list, as they may ask for; a question first, since it cannot be taken back. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { graphql } from "~/gql/rosters";
import { useSubmission } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { FormProblem } from "~/ui/FormProblem";
import { useToast } from "~/ui/Toast";

const RemoveEntry = graphql(`
  mutation RemoveRosterEntry($input: RemoveRosterEntryInput!) {
    removeRosterEntry(input: $input) {
      ... on RosterEntryRemoved {
        roster {
          ...RosterCounts
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

export function Remove({ entry, name }: { entry: string; name: string }) {
  const { t } = useLingui();
  const say = useToast();
  const [asking, setAsking] = useState(false);
  const remove = useSubmission(RemoveEntry);
  const submit = async () => {
    const outcome = await remove.send({ entry });
    if (!outcome.ok) return;
    setAsking(false);
    say(t`名簿から外しました。`);
  };
  return (
    <div>
      <Button variant="quiet" aria-label={t`名簿から外す：${name}さん`} onClick={() => setAsking(true)}>
        {t`名簿から外す`}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t`${name}さんを名簿から外しますか？`}
        actions={
          <Button variant="danger" pending={remove.state !== "idle"} onClick={() => void submit()}>
            {t`外す`}
          </Button>
        }
      >
        <p>{t`この方の内容はすぐに消え、送った招待も使えなくなります。ご本人にお知らせは届きません。`}</p>
        <FormProblem problem={remove.problem} state={remove.state} />
      </Dialog>
    </div>
  );
}
