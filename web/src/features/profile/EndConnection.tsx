/** Parting from somebody in the own list: what both will no longer see, and that nobody is told. */
import { useLingui } from "@lingui/react/macro";

import { graphql } from "~/gql/profile";
import { useSubmission } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { FormProblem } from "~/ui/FormProblem";
import { useToast } from "~/ui/Toast";

// What may have been for connections only is read anew, so that no page shows it from memory.
const End = graphql(`
  mutation EndOwnConnection($input: EndConnectionInput!) {
    endConnection(input: $input) {
      ... on ConnectionEnded {
        person {
          id
          formerName
          headline
          bioHtml
          presentPosition
          place
          gives
          asks
          availability
          skills {
            id
            name
          }
          languages {
            code
            name
          }
          links {
            url
            host
          }
          photo {
            small
            large
          }
          viewerConnection {
            state
            since
            note
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

export function EndConnection({ person, onClose }: { person: { id: string; name: string } | null; onClose: () => void }) {
  const { t } = useLingui();
  const say = useToast();
  const end = useSubmission(End);
  const name = person?.name ?? "";
  const send = async () => {
    if (!person || !(await end.send({ member: person.id })).ok) return;
    onClose();
    say(t`${name}さんとのつながりを解きました。`);
  };
  return (
    <Dialog
      open={person !== null}
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
