/** Proposing a group to the stewards: one page, a draft that keeps itself, and what happens next said before it is sent. */
import { useLingui } from "@lingui/react/macro";
import { type FormEvent, Suspense, lazy } from "react";
import { useLocation } from "wouter";

import { graphql } from "~/gql/groups";
import { useDraft } from "~/lib/drafts";
import { paths } from "~/lib/paths";
import { useSubmission } from "~/lib/submission";
import { useSite } from "~/lib/viewer";
import { Button } from "~/ui/Button";
import { TextArea, TextField } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { focusInvalid } from "~/ui/focus";
import { Notice } from "~/ui/Notice";
import { ActionBar } from "~/ui/Page";
import { Loading } from "~/ui/States";
import { Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { AboutFields, NameFields } from "./TextsFields";
import { PLACED, type Proposal, sentCompanies, sentTexts, suggestedSlug } from "./form";

const Companies = lazy(() => import("./pickers").then((module) => ({ default: module.Companies })));

const Propose = graphql(`
  mutation ProposeGroup($input: ProposeGroupInput!) {
    proposeGroup(input: $input) {
      ... on GroupProposed {
        group {
          id
          slug
          name
          state
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

/** `proposal`: the id of one's own that is changed; null for a new one. `empty` is a constant while the page is open. */
export function ProposalForm({ proposal, empty }: { proposal: string | null; empty: Proposal }) {
  const { t } = useLingui();
  const [, go] = useLocation();
  const say = useToast();
  const { publicUrl } = useSite();
  const draft = useDraft(`group.${proposal ?? "new"}`, empty);
  const propose = useSubmission(Propose);
  const form = draft.value;
  const suggested = suggestedSlug(form.nameEn, form.name);
  const slug = form.slug || suggested;
  const companiesError = ["companies", "company", "company.id", "company.proposedName"].map((field) => propose.errorAt(field)).find(Boolean) ?? null;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const outcome = await propose.send({ texts: sentTexts(form), slug, companies: sentCompanies(form.companies), note: form.note || null, proposal });
    if (!outcome.ok) {
      focusInvalid(element);
      return;
    }
    draft.clear();
    say(t`提案しました。事務局からのお返事をお待ちください。`);
    go(paths.group(outcome.data.group.slug), { replace: true });
  };
  const states = { untouched: "", writing: "", restored: t`下書きの続きです`, kept: t`下書きを保存しました`, refused: t`このブラウザには下書きを保存できません` };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={6}>
        <NameFields texts={form} onChange={draft.change} errorAt={propose.errorAt} />
        <Suspense fallback={<Loading />}>
          <Companies companies={form.companies} onChange={(companies) => draft.change({ companies })} error={companiesError} proposing />
        </Suspense>
        <AboutFields texts={form} onChange={draft.change} errorAt={propose.errorAt} />
        <TextField
          label={t`アドレスに使う短い名前`}
          hint={t`半角の英小文字、数字、ハイフン。ページのアドレス：${publicUrl}/groups/${slug || "…"}`}
          value={form.slug}
          placeholder={suggested}
          onChange={(next) => draft.change({ slug: next })}
          error={propose.errorAt("slug")}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
        />
        <TextArea
          label={t`事務局へのメモ`}
          optional
          hint={t`いまどこで何人くらいが集まり、だれが運営しているか。事務局だけが読みます。`}
          value={form.note}
          onChange={(note) => draft.change({ note })}
          limit={1000}
          error={propose.errorAt("note")}
        />
        <Notice icon="people" title={t`提案のあと`}>
          <p>{t`事務局が読んで、通常7日ほどで、メールでお返事します。承認されるまで、この提案はあなたと事務局だけに見えます。承認されるとグループが始まり、あなたが代表になります。`}</p>
        </Notice>
        <FormProblem problem={propose.problem} state={propose.state} placed={[...PLACED, "slug", "note", "companies", "company", "company.id", "company.proposedName"]} />
      </Stack>
      <ActionBar note={<span role="status">{states[draft.state]}</span>}>
        <Button type="submit" pending={propose.state !== "idle"}>
          {proposal === null ? t`事務局に提案する` : t`書き直して提案する`}
        </Button>
      </ActionBar>
    </form>
  );
}
