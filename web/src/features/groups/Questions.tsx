/** What a group asks of who applies: a few short questions, one under the other. */
import { useLingui } from "@lingui/react/macro";

import { Button } from "~/ui/Button";
import { FieldGroup, TextField } from "~/ui/Field";
import { Stack } from "~/ui/Text";

const MOST = 5;

export function Questions({ questions, onChange, error }: { questions: readonly string[]; onChange: (questions: readonly string[]) => void; error: string | null }) {
  const { t } = useLingui();
  const put = (at: number, text: string) => onChange(questions.map((one, index) => (index === at ? text : one)));
  return (
    <FieldGroup
      label={t`参加の質問`}
      optional
      hint={t`グループのページから申し込む人に聞きます。3つまでだと、気軽に答えられます。空のままの質問は出ません。`}
      error={error}
    >
      <Stack gap={3}>
        {questions.map((question, index) => {
          const number = index + 1;
          return <TextField key={index} label={t`質問${number}`} optional value={question} onChange={(text) => put(index, text)} maxLength={200} />;
        })}
        {questions.length < MOST ? (
          <div>
            <Button variant="secondary" icon="plus" onClick={() => onChange([...questions, ""])}>
              {t`質問を加える`}
            </Button>
          </div>
        ) : null}
      </Stack>
    </FieldGroup>
  );
}
