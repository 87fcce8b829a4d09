/** Joining by a link as a newcomer: who one is, when one was there, and what the group asks. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { Link } from "wouter";

import { useDraft } from "~/lib/drafts";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import type { SigningUp } from "~/lib/applying/signingUp";
import { useSite } from "~/lib/viewer";
import { AfterApplying, type AnswersValue, Questions, TenureAt, type TenureValue, answersTo, companyMeant, useApplicationLeftOut } from "~/ui/applying/Application";
import { Button, LeaveButton } from "~/ui/Button";
import { FormProblem } from "~/ui/FormProblem";
import { focusInvalid } from "~/ui/focus";
import { NewcomerFields, type NewcomerValue, TermsConsent, errorsOf, useLeftOut } from "~/ui/applying/Newcomer";
import { Quiet, Stack } from "~/ui/Text";

import { type OpenLink, useOutdated } from "./link";

export type Joining = NewcomerValue & TenureValue & { answers: AnswersValue };

export const empty: Joining = { name: "", reading: "", email: "", company: "", from: "", until: "", answers: {} };

const placed = ["name", "reading", "email", "company", "company.id", "tenure", "tenure.startedOn", "tenure.endedOn", "acceptedTermsVersion"];

type GuestFormProps = {
  link: OpenLink;
  signing: SigningUp;
  /** What was sent before, for who comes back with another address. */
  before: Joining;
  onSent: (joining: Joining) => void;
  onOutdated: () => void;
};

export function GuestForm({ link, signing, before, onSent, onOutdated }: GuestFormProps) {
  const { t } = useLingui();
  const { oidcName } = useSite();
  const { token, questions, group, companies } = link;
  const draft = useDraft(`join.${token}`, before);
  const joining = draft.value;
  const [consent, setConsent] = useState(false);
  const [tried, setTried] = useState(false);
  const leftOut = useLeftOut();
  const applicationLeftOut = useApplicationLeftOut();
  const { state, problem, proven } = signing;
  const company = companyMeant(joining.company, companies);

  useOutdated(problem, onOutdated);

  const missing = {
    ...leftOut.newcomer(joining, proven !== null, consent),
    ...leftOut.months(joining),
    ...applicationLeftOut.company(company),
    ...applicationLeftOut.answers(questions, joining.answers),
  };
  const errorAt = errorsOf(tried, missing, signing.errorAt);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setTried(true);
    if (Object.values(missing).some(Boolean)) {
      focusInvalid(form);
      return;
    }
    const { name, reading, email, from, until, answers } = joining;
    const sent = await signing.send({
      name,
      reading,
      email,
      company: { id: company },
      tenure: { startedOn: from, endedOn: until },
      joinLink: { token, answers: answersTo(questions, answers) },
    });
    if (!sent) {
      focusInvalid(form);
      return;
    }
    onSent(joining);
    draft.clear();
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={6}>
        <Quiet>{t`個人として参加します。費用も義務もありません。いつでもやめられます。2分ほどで書けます。`}</Quiet>
        {oidcName !== null && proven === null ? (
          <div>
            <LeaveButton href={paths.signInAtProvider(paths.joinLink(token), activeLanguage())} variant="secondary" wide>
              {t`${oidcName}のアカウントで参加する`}
            </LeaveButton>
          </div>
        ) : null}
        <NewcomerFields value={joining} onChange={draft.change} errorAt={errorAt} proven={proven === null ? null : { email: proven, by: oidcName ?? "", onOther: signing.leaveProven }} />
        <TenureAt value={joining} onChange={draft.change} companies={companies} errorAt={errorAt} />
        <Questions questions={questions} answers={joining.answers} onChange={(answers) => draft.change({ answers })} errorAt={errorAt} />
        <TermsConsent checked={consent} onChange={setConsent} error={errorAt("acceptedTermsVersion")} terms={paths.terms} privacy={paths.privacy} />
        <AfterApplying by={group.decidedBy} days={group.usualDays} />
        <FormProblem problem={problem} state={state} placed={[...placed, ...questions.map((_, index) => `answers.${index}`)]} />
        <div>
          <Button type="submit" wide pending={state !== "idle"}>
            {t`参加を申し込む`}
          </Button>
        </div>
        {draft.state === "kept" || draft.state === "restored" ? <Quiet>{t`書いたものは、このブラウザに保存しています。`}</Quiet> : null}
        <Quiet>
          <Trans>
            縁側に登録がお済みの方は、<Link href={paths.signIn(paths.joinLink(token))}>ログインして申し込む</Link>と、お名前などを書かずにすみます。
          </Trans>
        </Quiet>
      </Stack>
    </form>
  );
}
