/** What an applicant says after they applied: answers to the group's questions, and a reply to what it asked back. */
import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";

import { graphql } from "~/gql/signin";
import { useDraft } from "~/lib/drafts";
import { NOW, useSubmission } from "~/lib/submission";
import { type AnswersValue, Questions, answersTo, useApplicationLeftOut } from "~/ui/applying/Application";
import { Button } from "~/ui/Button";
import { TextArea } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { focusInvalid } from "~/ui/focus";
import { errorsOf } from "~/ui/applying/Newcomer";
import { Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

const Edit = graphql(`
  mutation EditApplication($input: EditApplicationInput!) {
    editApplication(input: $input) {
      ... on ApplicationEdited {
        application {
          id
          questions
          answers {
            question
            answer
          }
          messages {
            id
            fromGroup
            body
            at
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

const silent = { reply: "" };
const LONGEST = 1000;

export function ReplyForm({ application }: { application: string }) {
  const { t } = useLingui();
  const draft = useDraft(`reply.${application}`, silent);
  const { send, state, problem, errorAt } = useSubmission(Edit, NOW);
  const say = useToast();
  const [tried, setTried] = useState(false);
  const missing = !draft.value.reply.trim() && t`返事を書いてください。`;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setTried(true);
    if (missing || !(await send({ application, reply: draft.value.reply })).ok) {
      focusInvalid(form);
      return;
    }
    draft.clear();
    setTried(false);
    say(t`返事を送りました。`);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={3}>
        <TextArea
          label={t`質問への返事`}
          hint={t`読むのは、決める運営者か事務局だけです。`}
          rows={3}
          limit={LONGEST}
          value={draft.value.reply}
          onChange={(reply) => draft.change({ reply })}
          error={(tried && missing) || errorAt("reply")}
        />
        <FormProblem problem={problem} state={state} placed={["reply"]} />
        <div>
          <Button type="submit" pending={state !== "idle"}>
            {t`返事を送る`}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

const unanswered: { answers: AnswersValue } = { answers: {} };

export function AnswerForm({ application, questions, given }: { application: string; questions: readonly string[]; given: AnswersValue }) {
  const { t } = useLingui();
  const draft = useDraft(`answers.${application}`, unanswered);
  const { send, state, problem, errorAt: refusedAt } = useSubmission(Edit, NOW);
  const [tried, setTried] = useState(false);
  const leftOut = useApplicationLeftOut();
  const say = useToast();
  const answers = { ...given, ...draft.value.answers };
  const missing = leftOut.answers(questions, answers);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setTried(true);
    const whole = !Object.values(missing).some(Boolean);
    if (!whole || !(await send({ application, answers: answersTo(questions, answers) })).ok) {
      focusInvalid(form);
      return;
    }
    draft.clear();
    say(t`回答を送りました。`);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={4}>
        <Questions questions={questions} answers={answers} onChange={(changed) => draft.change({ answers: changed })} errorAt={errorsOf(tried, missing, refusedAt)} />
        <FormProblem problem={problem} state={state} placed={questions.map((_, index) => `answers.${index}`)} />
        <div>
          <Button type="submit" variant="secondary" pending={state !== "idle"}>
            {t`回答を送る`}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
