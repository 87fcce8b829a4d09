/** Parting from somebody: what both will no longer see, and that nobody is told. */
import { useLingui } from "@lingui/react/macro";

import { graphql } from "~/gql/people";
import { useSubmission } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { FormProblem } from "~/ui/FormProblem";
import { useToast } from "~/ui/Toast";

const End = graphql(`
  mutation EndConnection($input: EndConnectionInput!) {
    endConnection(input: $input) {
      ... on ConnectionEnded {
        person {
          ...OpenToConnections
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

type EndProps = { id: string; name: string; open: boolean; onClose: () => void };

export function EndConnection({ id, name, open, onClose }: EndProps) {
  const { t } = useLingui();
  const say = useToast();
  const end = useSubmission(End);
  const send = async () => {
    if (!(await end.send({ member: id })).ok) return;
    onClose();
    say(t`${name}さんとのつながりを解きました。`);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t`${name}さんとのつながりを解きますか？`}
      actions={
        <Button variant="danger" pending={end.state !== "idle"} onClick={() => void send()}>
          {t`つながりを解く`}
        </Button>
      }
    >
      <p>{t`つながりのある人として見えていた項目は、おたがいに見えなくなります。相手に通知は届きません。`}</p>
      <FormProblem problem={end.problem} state={end.state} />
    </Dialog>
  );
}
