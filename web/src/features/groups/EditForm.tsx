/** The form of a group's own page: a draft that keeps itself until it is saved. */
import { useLingui } from "@lingui/react/macro";
import { type FormEvent, Suspense, lazy } from "react";
import { useLocation } from "wouter";

import { graphql } from "~/gql/groups";
import { useDraft } from "~/lib/drafts";
import { paths } from "~/lib/paths";
import { useSubmission } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { FormProblem } from "~/ui/FormProblem";
import { focusInvalid } from "~/ui/focus";
import { Notice } from "~/ui/Notice";
import { ActionBar } from "~/ui/Page";
import { Loading } from "~/ui/States";
import { Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { Questions } from "./Questions";
import { AboutFields, NameFields } from "./TextsFields";
import { PLACED, type Picked, type Texts, sentTexts } from "./form";

const Companies = lazy(() => import("./pickers").then((module) => ({ default: module.Companies })));

const Edit = graphql(`
  mutation EditGroup($input: EditGroupInput!) {
    editGroup(input: $input) {
      ... on GroupEdited {
        group {
          id
          name
          nameEn
          description
          originalDescription
          descriptionEn
          guidelines
          guidelinesHtml
          contact
          runBy
          recognition
          usualDays
          questions
          companies {
            id
            name
            nameEn
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

export type Edited = Texts & { questions: readonly string[]; companies: readonly Picked[] };

export function EditForm({ group, empty, steward }: { group: { id: string; slug: string }; empty: Edited; steward: boolean }) {
  const { t } = useLingui();
  const [, go] = useLocation();
  const say = useToast();
  const draft = useDraft(`group.page.${group.id}`, empty);
  const edit = useSubmission(Edit);
  const form = draft.value;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    // Whatever an old draft says of them.
    const axes = { runBy: empty.runBy, recognition: empty.recognition };
    const companies = steward ? form.companies.flatMap(({ id }) => (id === null ? [] : [id])) : null;
    const outcome = await edit.send({ group: group.id, texts: sentTexts(steward ? form : { ...form, ...axes }), questions: [...form.questions], companies });
    if (!outcome.ok) {
      focusInvalid(element);
      return;
    }
    draft.clear();
    say(t`グループのページを保存しました。`);
    go(paths.group(group.slug));
  };
  const states = { untouched: "", writing: "", restored: t`下書きの続きです`, kept: t`下書きを保存しました`, refused: t`このブラウザには下書きを保存できません` };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={6}>
        {draft.state === "restored" ? (
          <Notice icon="edit" title={t`保存していない下書きがあります。`}>
            <Button variant="quiet" onClick={draft.clear}>{t`下書きを捨てる`}</Button>
          </Notice>
        ) : null}
        <NameFields texts={form} onChange={draft.change} errorAt={edit.errorAt} />
        {steward ? (
          <Suspense fallback={<Loading />}>
            <Companies companies={form.companies} onChange={(companies) => draft.change({ companies })} error={edit.errorAt("companies")} proposing={false} />
          </Suspense>
        ) : null}
        <AboutFields texts={form} onChange={draft.change} errorAt={edit.errorAt} axes={steward} />
        <Questions questions={form.questions} onChange={(questions) => draft.change({ questions })} error={edit.errorAt("questions")} />
        <FormProblem problem={edit.problem} state={edit.state} placed={[...PLACED, "questions", "companies"]} />
      </Stack>
      <ActionBar note={<span role="status">{states[draft.state]}</span>}>
        <Button type="submit" pending={edit.state !== "idle"}>
          {t`保存する`}
        </Button>
      </ActionBar>
    </form>
  );
}
