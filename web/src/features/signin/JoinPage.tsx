/** Joining: five things are asked for and nothing else, and who will decide is said before the button. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { Link, Redirect, useSearch } from "wouter";

import { nextOf } from "~/lib/arriving";
import { useDraft } from "~/lib/drafts";
import { useEntering } from "~/lib/applying/entering";
import { paths } from "~/lib/paths";
import { useSigningUp } from "~/lib/applying/signingUp";
import { useSite } from "~/lib/viewer";
import { Button } from "~/ui/Button";
import { CheckMail } from "~/ui/applying/CheckMail";
import type { Candidate } from "~/ui/ComboBox";
import { FormProblem } from "~/ui/FormProblem";
import { focusInvalid } from "~/ui/focus";
import { NewcomerFields, TenureMonths, TermsConsent, errorsOf, useLeftOut } from "~/ui/applying/Newcomer";
import { Page } from "~/ui/Page";
import { Quiet, Stack } from "~/ui/Text";

import { CompanyField } from "./CompanyField";
import { WhoDecides } from "./WhoDecides";

type Joining = { name: string; reading: string; email: string; company: Candidate | null; proposed: boolean; companyText: string; from: string; until: string };

const empty: Joining = { name: "", reading: "", email: "", company: null, proposed: false, companyText: "", from: "", until: "" };

const placed = ["name", "reading", "email", "company", "company.id", "company.proposedName", "tenure.startedOn", "tenure.endedOn", "acceptedTermsVersion"];

/** Who came by a group's join link, and went to sign in, joins there. */
export function JoinPage() {
  const next = nextOf(useSearch());
  return next.startsWith(paths.joinLink("")) ? <Redirect to={next} replace /> : <JoinForm />;
}

function JoinForm() {
  const { t } = useLingui();
  const { operatedBy, demo, oidcName } = useSite();
  const draft = useDraft("join", empty);
  const joining = draft.value;
  const [consent, setConsent] = useState(false);
  const [tried, setTried] = useState(false);
  const signing = useSigningUp();
  const entering = useEntering();
  const { state, problem, proven, sentTo } = signing;
  const leftOut = useLeftOut();

  const missing = {
    ...leftOut.newcomer(joining, proven !== null, consent),
    ...leftOut.months(joining),
    company: !joining.company && t`会社名は候補から選んでください。見つからないときは、いちばん下の「追加」から登録できます。`,
  };
  const errorAt = errorsOf(tried, missing, signing.errorAt);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const { name, reading, email, company, proposed, from, until } = joining;
    setTried(true);
    if (Object.values(missing).some(Boolean) || !company) {
      focusInvalid(form);
      return;
    }
    const place = proposed ? { proposedName: company.name } : { id: company.id };
    if (await signing.send({ name, reading, email, company: place, tenure: { startedOn: from, endedOn: until } })) draft.clear();
    else focusInvalid(form);
  };

  if (sentTo) return <CheckMail email={sentTo} demo={demo} entering={entering} onOther={signing.again} />;
  return (
    <Page title={t`参加する`} lead={t`個人として参加します。費用も義務もありません。いつでもやめられます。`} narrow>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap={6}>
          <NewcomerFields value={joining} onChange={draft.change} errorAt={errorAt} proven={proven === null ? null : { email: proven, by: oidcName ?? "", onOther: signing.leaveProven }} />
          <CompanyField
            text={joining.companyText}
            picked={joining.company}
            onText={(companyText) => draft.change({ companyText })}
            onPick={(company, proposed) => draft.change({ company, proposed, companyText: company?.name ?? joining.companyText })}
            onClear={() => draft.change({ company: null, proposed: false })}
            error={errorAt("company", "company.id", "company.proposedName")}
          />
          <TenureMonths value={joining} onChange={draft.change} errorAt={errorAt} />
          {joining.company ? <WhoDecides company={joining.proposed ? null : joining.company.id} operatedBy={operatedBy} /> : null}
          <TermsConsent checked={consent} onChange={setConsent} error={errorAt("acceptedTermsVersion")} terms={paths.terms} privacy={paths.privacy} />
          <FormProblem problem={problem} state={state} placed={placed} />
          <div>
            <Button type="submit" wide pending={state !== "idle"}>
              {proven ? t`この内容で参加する` : t`参加を申し込む`}
            </Button>
          </div>
          <Quiet>
            <Trans>
              登録がお済みの方は、<Link href={paths.signIn()}>ログイン</Link>してください。
            </Trans>
          </Quiet>
        </Stack>
      </form>
    </Page>
  );
}
