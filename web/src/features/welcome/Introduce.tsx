/** A word of oneself, in two lines, where one stands: what is written here is what others find first. Put away, it does not come back. */
import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";

import { graphql } from "~/gql/welcome";
import { useDraft } from "~/lib/drafts";
import { useSubmission } from "~/lib/submission";
import { Button, Buttons } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { TextField } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { focusInvalid } from "~/ui/focus";
import { Section } from "~/ui/Page";
import { Quiet, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

const IntroduceMutation = graphql(`
  mutation Introduce($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      ... on ProfileUpdated {
        viewer {
          id
          nextStep
          person {
            id
            headline
            gives
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

const PutAway = graphql(`
  mutation PutIntroductionAway($input: DismissStepInput!) {
    dismissStep(input: $input) {
      ... on StepDismissed {
        viewer {
          id
          nextStep
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

const placed = ["headline", "gives"];

export function Introduce() {
  const { t } = useLingui();
  const say = useToast();
  const draft = useDraft("introduce", { headline: "", gives: "" });
  const update = useSubmission(IntroduceMutation);
  const away = useSubmission(PutAway);
  const [tried, setTried] = useState(false);
  const { headline, gives } = draft.value;
  const empty = !headline.trim() && !gives.trim();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setTried(true);
    if (empty) {
      focusInvalid(form);
      return;
    }
    const given = { ...(headline.trim() ? { headline } : {}), ...(gives.trim() ? { gives: [gives] } : {}) };
    const outcome = await update.send(given);
    if (!outcome.ok) {
      focusInvalid(form);
      return;
    }
    draft.clear();
    say(t`書いておきました。「わたし」で、いつでも直せます。`);
  };
  return (
    <Section title={t`ひとこと、自己紹介を`}>
      <Card>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Stack gap={4}>
            <Quiet>{t`昔の同僚も、ほかの会社の方も、ここを見て声をかけます。どちらか1つでもかまいません。`}</Quiet>
            <TextField
              label={t`ひとこと紹介`}
              optional
              name="headline"
              placeholder={t`例：物流の現場を離れて、いまは地域の仕事をしています`}
              value={headline}
              onChange={(text) => draft.change({ headline: text })}
              error={update.errorAt("headline") ?? (tried && empty ? t`どちらか1つを書いてください。` : null)}
            />
            <TextField
              label={t`お手伝いできること`}
              optional
              name="gives"
              placeholder={t`例：倉庫の立ち上げの相談`}
              value={gives}
              onChange={(text) => draft.change({ gives: text })}
              error={update.errorAt("gives")}
            />
            <FormProblem problem={update.problem} state={update.state} placed={placed} />
            <Buttons>
              <Button type="submit" pending={update.state !== "idle"}>{t`書いておく`}</Button>
              <Button variant="quiet" pending={away.state !== "idle"} onClick={() => void away.send({ step: "GIVES" })}>
                {t`今後は表示しない`}
              </Button>
            </Buttons>
          </Stack>
        </form>
      </Card>
    </Section>
  );
}
