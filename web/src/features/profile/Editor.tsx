/** The profile's form: drafts, saving only what was changed, and a word when another device changed the same. */
import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useClient } from "urql";
import { useLocation } from "wouter";

import { useDraft } from "~/lib/drafts";
import { paths } from "~/lib/paths";
import { useSubmission } from "~/lib/submission";
import { Button, LinkButton } from "~/ui/Button";
import { FormProblem } from "~/ui/FormProblem";
import { focusInvalid } from "~/ui/focus";
import { Notice } from "~/ui/Notice";
import { ActionBar } from "~/ui/Page";
import { Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { Fields, useFieldLabels } from "./Fields";
import { OwnProfileQuery, UpdateProfile, formFrom } from "./own";
import { type Form, LEVELLED, LINES, LISTS, changesOf, conflictsOf, isChanged, yielding } from "./profile";

/** What is being written, over what it was written on; nulls while nothing was touched. */
type Writing = { base: Form | null; form: Form | null };
const UNTOUCHED: Writing = { base: null, form: null };

const PLACED = [...LINES, ...LISTS, ...LEVELLED.map((field) => `levels.${field}`)];

export function Editor({ read }: { read: Form }) {
  const { t } = useLingui();
  const client = useClient();
  const [, go] = useLocation();
  const say = useToast();
  const labels = useFieldLabels();
  const draft = useDraft<Writing>("profile", UNTOUCHED);
  const update = useSubmission(UpdateProfile);
  const [theirs, setTheirs] = useState<Form | null>(null);
  const base = draft.value.base ?? read;
  const form = draft.value.form ?? read;
  const change = (fields: Partial<Form>) => draft.change({ base, form: { ...form, ...fields } });
  const clashes = theirs ? conflictsOf(base, form, theirs) : [];

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    if (!isChanged(base, form)) {
      draft.clear();
      go(paths.me);
      return;
    }
    const now = await client.query(OwnProfileQuery, {}, { requestPolicy: "network-only" }).toPromise();
    const fresh = now.data?.viewer ? formFrom(now.data.viewer) : null;
    // The same clash is asked about once: who presses again has read it.
    if (fresh && theirs === null && conflictsOf(base, form, fresh).length > 0) {
      setTheirs(fresh);
      return;
    }
    const outcome = await update.send(changesOf(base, form));
    if (!outcome.ok) {
      focusInvalid(element);
      return;
    }
    draft.clear();
    say(t`プロフィールを保存しました。`);
    go(paths.me);
  };

  const states = { untouched: "", writing: "", restored: t`下書きの続きです`, kept: t`下書きを保存しました`, refused: t`このブラウザには下書きを保存できません` };
  const named = clashes.map((field) => labels[field]).join(t`、`);
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={6}>
        {draft.state === "restored" ? (
          <Notice icon="edit" title={t`保存していない下書きがあります。`}>
            <Button variant="quiet" onClick={draft.clear}>{t`下書きを捨てる`}</Button>
          </Notice>
        ) : null}
        <Fields form={form} onChange={change} errorAt={update.errorAt} />
        {clashes.length > 0 && theirs ? (
          <Notice tone="bad" icon="warning" role="alert" title={t`「${named}」は、このあいだに別の端末で書き直されています。`}>
            <p>{t`このまま保存すると、いまここに書いてあるものになります。`}</p>
            <Button
              variant="secondary"
              onClick={() => {
                draft.change({ base: theirs, form: yielding(form, theirs, clashes) });
                setTheirs(null);
              }}
            >
              {t`別の端末の内容にする`}
            </Button>
          </Notice>
        ) : null}
        <FormProblem problem={update.problem} state={update.state} placed={PLACED} />
      </Stack>
      <ActionBar note={<span role="status">{states[draft.state]}</span>}>
        <Button type="submit" pending={update.state !== "idle"}>
          {t`保存する`}
        </Button>
        <LinkButton href={paths.me} variant="quiet">{t`あとで書く`}</LinkButton>
      </ActionBar>
    </form>
  );
}
