/** The profile's form: drafts, saving only what was changed, and both versions to choose from when another device was faster. */
import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useClient } from "urql";

import { useDraft } from "~/lib/drafts";
import { useSubmission } from "~/lib/submission";
import { Button, Buttons } from "~/ui/Button";
import { FormProblem } from "~/ui/FormProblem";
import { focusInvalid } from "~/ui/focus";
import { Notice } from "~/ui/Notice";
import { ActionBar } from "~/ui/Page";
import { Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { Fields } from "./Fields";
import { useFieldLabels } from "./labels";
import { OwnProfileQuery, UpdateProfile, formFrom } from "./own";
import { type Form, LEVELLED, LINES, LISTS, type Named, type Part, changesOf, clashesOf, draftKey, isChanged, settled } from "./profile";

/** What is being written, over what it was written on; nulls while nothing was touched. */
type Writing = { base: Form | null; form: Form | null };
const UNTOUCHED: Writing = { base: null, form: null };

const EMPLOYER = ["presentEmployer", "presentEmployer.id", "presentEmployer.proposedName"];
const PLACED = [...LINES, ...LISTS, ...EMPLOYER, ...LEVELLED.map((field) => `levels.${field}`)];

export function Editor({ read, part, onDone }: { read: Form; part?: Part; onDone: () => void }) {
  const { t } = useLingui();
  const client = useClient();
  const say = useToast();
  const labels = useFieldLabels();
  const draft = useDraft<Writing>(draftKey(part), UNTOUCHED);
  const update = useSubmission(UpdateProfile);
  const [clash, setClash] = useState<{ fields: Named[]; theirs: Form } | null>(null);
  const base = draft.value.base ?? read;
  const form = draft.value.form ?? read;
  const change = (fields: Partial<Form>) => draft.change({ base, form: { ...form, ...fields } });

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    if (!isChanged(base, form)) {
      draft.clear();
      onDone();
      return;
    }
    const outcome = await update.send({ ...changesOf(base, form), expectedVersion: base.version });
    if (outcome.ok) {
      draft.clear();
      say(t`プロフィールを保存しました。`);
      onDone();
      return;
    }
    const fields = outcome.problem.kind === "refused" ? clashesOf(outcome.problem.fields ?? []) : [];
    if (fields.length === 0) {
      focusInvalid(element);
      return;
    }
    const now = await client.query(OwnProfileQuery, {}, { requestPolicy: "network-only" }).toPromise();
    if (now.data?.viewer) setClash({ fields, theirs: formFrom(now.data.viewer) });
  };

  const settle = (keep: "mine" | "theirs") => {
    if (clash) draft.change({ base: clash.theirs, form: settled(base, form, clash.theirs, clash.fields, keep) });
    setClash(null);
    update.reset();
  };
  const states = { untouched: "", writing: "", restored: t`下書きの続きです`, kept: t`下書きを保存しました`, refused: t`このブラウザには下書きを保存できません` };
  const named = clash?.fields.map((field) => labels[field]).join(t`、`) ?? "";
  const save = (
    <Button type="submit" pending={update.state !== "idle"}>
      {t`保存する`}
    </Button>
  );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={6}>
        {draft.state === "restored" ? (
          <Notice icon="edit" title={t`保存していない下書きがあります。`}>
            <Button variant="quiet" onClick={draft.clear}>{t`下書きを捨てる`}</Button>
          </Notice>
        ) : null}
        <Fields part={part} form={form} onChange={change} errorAt={update.errorAt} />
        {clash ? (
          <Notice tone="bad" icon="warning" role="alert" title={t`「${named}」は、このあいだに別の端末で書き直されています。`}>
            <p>{t`ここに書いたものは残っています。どちらにするかを選んでから、保存してください。`}</p>
            <Buttons>
              <Button variant="secondary" onClick={() => settle("mine")}>
                {t`ここに書いた内容にする`}
              </Button>
              <Button variant="secondary" onClick={() => settle("theirs")}>
                {t`別の端末の内容にする`}
              </Button>
            </Buttons>
          </Notice>
        ) : (
          <FormProblem problem={update.problem} state={update.state} placed={PLACED} />
        )}
      </Stack>
      {part ? (
        <Buttons>
          {save}
          <Button
            variant="quiet"
            onClick={() => {
              draft.clear();
              onDone();
            }}
          >
            {t`やめる`}
          </Button>
          <span role="status">{states[draft.state]}</span>
        </Buttons>
      ) : (
        <ActionBar note={<span role="status">{states[draft.state]}</span>}>
          {save}
          <Button variant="quiet" onClick={onDone}>
            {t`あとで書く`}
          </Button>
        </ActionBar>
      )}
    </form>
  );
}
