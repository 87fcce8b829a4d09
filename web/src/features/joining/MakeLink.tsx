/** Making a join link: where it will be pasted, how long and for how many, and what it asks. */
import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";

import { graphql } from "~/gql/joining";
import { useDraft } from "~/lib/drafts";
import { useSubmission } from "~/lib/submission";
import { Button, IconButton } from "~/ui/Button";
import { FieldGroup, TextField } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { focusInvalid } from "~/ui/focus";
import { textLanguage } from "~/ui/language";
import { Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { type Link, unmade, wholeNumber } from "./making";

const Make = graphql(`
  mutation MakeJoinLink($input: MakeJoinLinkInput!) {
    makeJoinLink(input: $input) {
      ... on JoinLinkMade {
        joinLink {
          id
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

const MOST_QUESTIONS = 5;

type MakeLinkProps = { group: { id: string; questions: readonly string[] }; onMade: (id: string) => void };

export function MakeLink({ group, onMade }: MakeLinkProps) {
  const { t } = useLingui();
  const draft = useDraft<Link>(`link.${group.id}`, unmade);
  const { send, state, problem, errorAt } = useSubmission(Make);
  const [tried, setTried] = useState(false);
  const say = useToast();
  const { label, days, mostUses } = draft.value;
  const questions = draft.value.questions ?? group.questions;
  const missing = !label.trim() && t`貼る場所を書いてください。あとで、どこから来た人かがわかります。`;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setTried(true);
    if (missing) {
      focusInvalid(form);
      return;
    }
    const outcome = await send({
      group: group.id,
      label,
      days: wholeNumber(days) ?? 0,
      mostUses: mostUses.trim() === "" ? null : (wholeNumber(mostUses) ?? 0),
      questions: questions.filter((one) => one.trim()),
    });
    if (!outcome.ok) {
      focusInvalid(form);
      return;
    }
    draft.clear();
    setTried(false);
    say(t`参加リンクを作りました。`);
    onMade(outcome.data.joinLink.id);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={5}>
        <TextField
          label={t`どこに貼りますか（例：Facebookグループ）`}
          hint={t`運営者だけが読みます。`}
          name="label"
          value={label}
          onChange={(value) => draft.change({ label: value })}
          error={(tried && missing) || errorAt("label")}
        />
        <TextField label={t`使える日数`} name="days" inputMode="numeric" value={days} onChange={(value) => draft.change({ days: value })} error={errorAt("days")} />
        <TextField
          label={t`使える人数`}
          hint={t`空のままなら、期限まで何人でも使えます。`}
          optional
          name="mostUses"
          inputMode="numeric"
          value={mostUses}
          onChange={(value) => draft.change({ mostUses: value })}
          error={errorAt("mostUses")}
        />
        <AskedByLink questions={questions} onChange={(value) => draft.change({ questions: value })} error={errorAt("questions")} />
        <FormProblem problem={problem} state={state} placed={["label", "days", "mostUses", "questions"]} />
        <div>
          <Button type="submit" wide pending={state !== "idle"}>
            {t`参加リンクを作る`}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

type AskedByLinkProps = { questions: readonly string[]; onChange: (questions: readonly string[]) => void; error: string | null };

function AskedByLink({ questions, onChange, error }: AskedByLinkProps) {
  const { t } = useLingui();
  return (
    <FieldGroup label={t`参加の質問`} hint={t`5つまで。少ないほど、参加しやすくなります。書類の提出は求めないでください。`} error={error} optional>
      <Stack gap={2}>
        {questions.map((question, index) => {
          const number = index + 1;
          return (
            <TextField
              key={index}
              label={t`質問${number}`}
              lang={textLanguage(question)}
              value={question}
              onChange={(value) => onChange(questions.with(index, value))}
              suffix={<IconButton icon="close" label={t`質問${number}を消す`} onClick={() => onChange(questions.filter((_, at) => at !== index))} />}
            />
          );
        })}
        {questions.length < MOST_QUESTIONS ? (
          <div>
            <Button variant="quiet" icon="plus" onClick={() => onChange([...questions, ""])}>
              {t`質問を加える`}
            </Button>
          </div>
        ) : null}
      </Stack>
    </FieldGroup>
  );
}
