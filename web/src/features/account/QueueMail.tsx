/** The weekly mail of what waits for one's decision, on or off; shown to who decides. It goes to the address above it on the page. */
import { useLingui } from "@lingui/react/macro";

import { graphql } from "~/gql/account";
import { NOW, useSubmission } from "~/lib/submission";
import { Checkbox } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Section } from "~/ui/Page";
import { useToast } from "~/ui/Toast";

const ChooseQueueMail = graphql(`
  mutation ChooseQueueMail($input: ChooseQueueMailInput!) {
    chooseQueueMail(input: $input) {
      ... on QueueMailChosen {
        viewer {
          id
          queueMail
        }
      }
      ... on Problem {
        message
        code
      }
    }
  }
`);

export function QueueMail({ wanted }: { wanted: boolean }) {
  const { t } = useLingui();
  const choose = useSubmission(ChooseQueueMail, NOW);
  const say = useToast();
  // Not disabled meanwhile: that would take the focus away.
  const sending = choose.state !== "idle";
  const turn = async (next: boolean) => {
    if (sending || !(await choose.send({ wanted: next })).ok) return;
    say(next ? t`週に1回のお知らせが届きます。` : t`週に1回のお知らせを止めました。`);
  };
  return (
    <Section title={t`運営のお知らせ`}>
      <Checkbox
        label={t`お返事を待っているものを、週に1回メールで受け取る`}
        hint={t`月曜日に、待っているものがあるときだけ届きます。止めても、運営のページにはこれまでどおり並びます。`}
        name="queueMail"
        checked={wanted}
        aria-disabled={sending || undefined}
        onChange={(next) => void turn(next)}
      />
      <FormProblem problem={choose.problem} state={choose.state} />
    </Section>
  );
}
