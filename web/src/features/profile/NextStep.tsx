/** One thing that would help others to find me, at most; put away, it does not come back. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { graphql } from "~/gql/profile";
import { paths } from "~/lib/paths";
import { useSubmission } from "~/lib/submission";
import type { NextStep as Step } from "~/lib/words";
import { Button, Buttons, LinkButton } from "~/ui/Button";
import { Notice } from "~/ui/Notice";

const NextStepQuery = graphql(`
  query NextStep {
    viewer {
      id
      nextStep
    }
  }
`);

const DismissStep = graphql(`
  mutation DismissStep($input: DismissStepInput!) {
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

export function NextStep() {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: NextStepQuery, requestPolicy: "cache-and-network" });
  const dismiss = useSubmission(DismissStep);
  const words: Record<Step, string> = {
    GIVES: t`お手伝いできることを書いておくと、合う募集がホームに並びます。`,
    READING: t`よみがなを書いておくと、昔の同僚がお名前で探しやすくなります。`,
    ASKS: t`探していることを書いておくと、力になれる方から声がかかりやすくなります。`,
    HEADLINE: t`ひとこと紹介があると、一覧であなたのことが伝わります。`,
    AVAILABILITY: t`いまの状況を選んでおくと、声をかけてよいかが伝わります。`,
  };
  const step = data?.viewer?.nextStep;
  if (!step) return null;
  return (
    <Notice icon="edit" title={words[step]}>
      <Buttons>
        <LinkButton href={paths.editProfile} variant="secondary">{t`書いてみる`}</LinkButton>
        <Button variant="quiet" pending={dismiss.state !== "idle"} onClick={() => void dismiss.send({ step })}>
          {t`今後は表示しない`}
        </Button>
      </Buttons>
    </Notice>
  );
}
