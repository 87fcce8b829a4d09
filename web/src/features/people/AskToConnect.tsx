/** Asking somebody to be connected: a calm button, and a dialog that says who will learn what, with room for a word. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { graphql } from "~/gql/people";
import { useSubmission } from "~/lib/submission";
import { Button, Buttons } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { TextField } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Quiet, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

const AskForConnection = graphql(`
  mutation AskForConnection($input: AskForConnectionInput!) {
    askForConnection(input: $input) {
      ... on ConnectionAsked {
        person {
          ...OpenToConnections
          viewerConnection {
            state
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

  # What may be for connections only: read anew once the two are connected, or are not any more.
  fragment OpenToConnections on Person {
    id
    bioHtml
    skills {
      id
      name
    }
    ...PersonHead
    ...GivesAndAsks
    ...Connecting
  }
`);

const LONGEST_NOTE = 200;

export function AskToConnect({ id, name }: { id: string; name: string }) {
  const { t } = useLingui();
  const say = useToast();
  const ask = useSubmission(AskForConnection);
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const send = async () => {
    const outcome = await ask.send({ member: id, note: note.trim() || null });
    if (!outcome.ok) return;
    setOpen(false);
    // Where they asked too, it is done.
    say(outcome.data.person.viewerConnection?.state === "CONNECTED" ? t`${name}さんとつながりました。` : t`${name}さんに、つながりを申し込みました。`);
  };
  return (
    <Buttons>
      <Button variant="secondary" icon="people" onClick={() => setOpen(true)}>
        {t`つながりを申し込む`}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t`${name}さんにつながりを申し込みますか？`}
        actions={
          <Button pending={ask.state !== "idle"} onClick={() => void send()}>
            {t`申し込む`}
          </Button>
        }
      >
        <Stack gap={4}>
          <p>{t`${name}さんに、あなたのお名前とひとことが届きます。つながると、「選んだグループ・会社」「自分のグループ」「つながりのある人」に見せている項目が、おたがいに見えます。`}</p>
          <TextField label={t`ひとこと`} hint={t`${name}さんだけに見えます。`} optional value={note} onChange={setNote} maxLength={LONGEST_NOTE} error={ask.errorAt("note")} />
          <FormProblem problem={ask.problem} state={ask.state} placed={["note"]} />
          <Quiet>{t`だれとつながっているかは、ほかのだれにも見えません。あなたを見せないと決めた会社の人には届きません。お返事がないまま半年たつと、申し込みは終わります。`}</Quiet>
        </Stack>
      </Dialog>
    </Buttons>
  );
}
