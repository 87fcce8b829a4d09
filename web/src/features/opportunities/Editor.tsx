/** Writing an opportunity: one sheet after another on phones, one page on desktops, then a look at it as others will see it. */
import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/opportunities";
import type { Draft } from "~/lib/drafts";
import { DESKTOP, useMedia } from "~/lib/media";
import { oneOf, useTypedSearch } from "~/lib/search";
import type { Problem } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { FormProblem } from "~/ui/FormProblem";
import { ActionBar, Page } from "~/ui/Page";

import { DraftState } from "./DraftState";
import style from "./Editor.module.css";
import { Preview } from "./Preview";
import { Reach } from "./Reach";
import { Sheets, useSheetTexts } from "./Sheets";
import { type Asked, type Post, type Sheet, askedNow, isChosen, missing, sheetOf, sheetsFor } from "./form";

const TermsForm = graphql(`
  query TermsForm($kind: OpportunityKind!, $direction: Direction!) {
    termsForm(kind: $kind, direction: $direction) {
      key
      label
      hint
      required
      type
      choices {
        value
        label
      }
      when {
        key
        value
      }
    }
  }
`);

type Submission = {
  state: "idle" | "sending" | "waiting" | "kept";
  problem: Problem | null;
  errorAt: (field: string) => string | null;
  reset: () => void;
  takeBack?: (() => void) | null;
};

type EditorProps = {
  title: string;
  back: string;
  draft: Draft<Post>;
  submission: Submission;
  /** The latest last day. */
  latest: string;
  act: string;
  /** Null for those who cannot send yet. */
  onSend: ((fields: readonly Asked[]) => void) | null;
  notice?: ReactNode;
  /** Kind and direction stay as they are. */
  fixed?: boolean;
};

const SHAPE = { sheet: oneOf("kind", "words", "terms", "where", "audience", "preview") };
const NO_FIELDS: readonly Asked[] = [];

/** The terms that are asked for, once kind and direction are chosen. */
function useTermsForm({ kind, direction }: Post): readonly Asked[] {
  const variables = { kind: kind || "OTHER", direction: direction || "SEEKING" } as const;
  const [{ data }] = useQuery({ query: TermsForm, variables, pause: kind === "" || direction === "" });
  return kind === "" || direction === "" ? NO_FIELDS : (data?.termsForm ?? NO_FIELDS);
}

/** Brings the reader to the first field with something wrong, when there is a new reason to. */
function useFirstWrong(form: React.RefObject<HTMLFormElement | null>, field: string | null, turn: number) {
  useEffect(() => {
    if (!field) return;
    const place = form.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
    place?.querySelector<HTMLElement>("input:checked, input, textarea, select, button")?.focus({ preventScroll: true });
    (place?.querySelector('[id$="-error"]') ?? place)?.scrollIntoView({ block: "center" });
  }, [form, field, turn]);
}

export function Editor({ title, back, draft, submission, latest, act, onSend, notice, fixed = false }: EditorProps) {
  const { t } = useLingui();
  const desktop = useMedia(DESKTOP);
  const texts = useSheetTexts();
  const form = useRef<HTMLFormElement>(null);
  const [search, go] = useTypedSearch(SHAPE);
  const [tried, setTried] = useState<ReadonlySet<string>>(new Set());
  const [wrong, setWrong] = useState<{ field: string | null; turn: number }>({ field: null, turn: 0 });
  const post = draft.value;
  const fields = useTermsForm(post);
  const open = missing(post, fields);
  const sheets = sheetsFor(fields).filter((one) => !(fixed && one === "kind"));
  const previewing = search.sheet === "preview" && open.length === 0;
  const sheet: Sheet = sheets.find((one) => one === search.sheet) ?? sheets[0] ?? "words";
  const at = sheets.indexOf(sheet);
  useFirstWrong(form, wrong.field, wrong.turn);

  const turnTo = (next: Sheet | "preview") => {
    go({ sheet: next }, "push");
    window.scrollTo(0, 0);
  };
  const say = (field: string) => {
    if (search.sheet !== sheetOf(field)) go({ sheet: sheetOf(field) });
    setWrong(({ turn }) => ({ field, turn: turn + 1 }));
  };
  const check = (of: readonly string[]): boolean => {
    setTried((before) => new Set([...before, ...of]));
    const [first] = of;
    if (first) say(first);
    return first === undefined;
  };
  const onNext = () => {
    if (desktop || at === sheets.length - 1) {
      if (check(open)) turnTo("preview");
    } else if (check(open.filter((field) => sheetOf(field) === sheet))) turnTo(sheets[at + 1] ?? "preview");
  };
  const errorAt = (field: string) => submission.errorAt(field) ?? (tried.has(field) && open.includes(field) ? (isChosen(field, fields) ? t`選んでください。` : t`入力してください。`) : null);
  const problem = submission.problem;
  const refused = problem?.kind === "invalid" ? problem.field : null;
  const [answered, setAnswered] = useState(problem);
  if (answered !== problem) {
    setAnswered(problem);
    if (refused) say(refused);
  }

  const left = askedNow(fields, post.terms).filter(({ key, required }) => required && !(post.terms[key] ?? "").trim()).length;
  const heading = previewing ? t`見え方の確認` : desktop ? title : texts[sheet].title;
  const lead = previewing ? t`ほかの人には、このように見えます。` : desktop ? undefined : texts[sheet].lead(left);
  return (
    <Page title={title} heading={heading} lead={lead} back={back} backBeside={<DraftState draft={draft} />} narrow>
      <form
        ref={form}
        className={style.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (previewing && submission.state === "idle") onSend?.(fields);
          else onNext();
        }}
      >
        {notice}
        {previewing ? (
          <Preview post={post} fields={fields} />
        ) : (
          <Sheets
            shown={desktop ? sheets : [sheet]}
            titled={desktop}
            post={post}
            fields={fields}
            fixed={fixed}
            latest={latest}
            errorAt={errorAt}
            onChange={(changed) => {
              draft.change(changed);
              submission.reset();
            }}
          />
        )}
        <FormProblem problem={problem} state={submission.state} onTakeBack={submission.takeBack} placed={refused ? [refused] : []} />
        <ActionBar note={<Foot post={post} step={desktop || previewing ? null : { at: at + 1, of: sheets.length }} reach={desktop || previewing || sheet === "audience"} />}>
          {previewing ? (
            <Button type="submit" disabled={!onSend} pending={submission.state !== "idle"}>
              {act}
            </Button>
          ) : (
            <Button type="submit">{desktop || at === sheets.length - 1 ? t`見え方を確認する` : t`次へ`}</Button>
          )}
          {previewing ? <Button variant="secondary" onClick={() => turnTo(sheets.at(-1) ?? "words")}>{t`書き直す`}</Button> : null}
          {!previewing && !desktop && at > 0 ? <Button variant="secondary" onClick={() => turnTo(sheets[at - 1] ?? "words")}>{t`前へ`}</Button> : null}
        </ActionBar>
      </form>
    </Page>
  );
}

type FootProps = { post: Post; step: { at: number; of: number } | null; reach: boolean };

function Foot({ post, step, reach }: FootProps) {
  const { t } = useLingui();
  const at = step?.at ?? 0;
  const of = step?.of ?? 0;
  return (
    <>
      {step ? <span>{t`手順：${at}/${of}`}</span> : null} {reach ? <Reach audience={post.audience} groups={post.groups} /> : null}
    </>
  );
}
