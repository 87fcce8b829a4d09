/** Joining: five things are asked for and nothing else, and who will decide is said before the button. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { Link } from "wouter";

import { graphql } from "~/gql/signin";
import { useDraft } from "~/lib/drafts";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { useSubmission } from "~/lib/submission";
import { useSite } from "~/lib/viewer";
import { Button } from "~/ui/Button";
import type { Candidate } from "~/ui/ComboBox";
import { Checkbox, TextField } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { focusInvalid } from "~/ui/focus";
import { MonthField, isMonth } from "~/ui/MonthField";
import { Page } from "~/ui/Page";
import { Quiet, Stack } from "~/ui/Text";

import { CheckMail } from "./CheckMail";
import { CompanyField } from "./CompanyField";
import { ProvenEmail, useProven } from "./ProvenEmail";
import { WhoDecides } from "./WhoDecides";
import { useArrive } from "./useArrive";

const SignUp = graphql(`
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) {
      ... on SignUpRequested {
        email
        expiresAt
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

const JoinByProvider = graphql(`
  mutation JoinByProvider($input: JoinByProviderInput!) {
    joinByProvider(input: $input) {
      ... on SignedIn {
        isNew
        viewer {
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

type Joining = { name: string; reading: string; email: string; company: Candidate | null; proposed: boolean; companyText: string; from: string; until: string };

const empty: Joining = { name: "", reading: "", email: "", company: null, proposed: false, companyText: "", from: "", until: "" };

const placed = ["name", "reading", "email", "company", "company.id", "company.proposedName", "tenure.startedOn", "tenure.endedOn", "acceptedTermsVersion"];

export function JoinPage() {
  const { t } = useLingui();
  const { termsVersion, operatedBy } = useSite();
  const draft = useDraft("join", empty);
  const joining = draft.value;
  const signUp = useSubmission(SignUp);
  const [consent, setConsent] = useState(false);
  const [tried, setTried] = useState(false);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { proven, leave } = useProven();
  const byProvider = useSubmission(JoinByProvider);
  const arrive = useArrive();
  const { state, problem, errorAt: refusedAt } = proven ? byProvider : signUp;

  const missing: Record<string, string | false> = {
    "name": !joining.name.trim() && t`お名前を入力してください。`,
    "email": !proven && !joining.email.trim() && t`メールアドレスを入力してください。`,
    "company": !joining.company && t`会社名は候補から選んでください。見つからないときは、いちばん下の「追加」から登録できます。`,
    "tenure.startedOn": !isMonth(joining.from) && t`在籍をはじめた年と月を選んでください。`,
    "tenure.endedOn": !isMonth(joining.until) && t`在籍を終えた年と月を選んでください。`,
    "acceptedTermsVersion": !consent && t`利用規約とプライバシーポリシーを読んで、同意してください。`,
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const { name, reading, email, company, proposed, from, until } = joining;
    setTried(true);
    if (Object.values(missing).some(Boolean) || !company) {
      focusInvalid(form);
      return;
    }
    const given = {
      name,
      reading: reading || null,
      company: proposed ? { proposedName: company.name } : { id: company.id },
      tenure: { startedOn: from, endedOn: until },
      acceptedTermsVersion: termsVersion,
      language: activeLanguage() === "en" ? ("EN" as const) : ("JA" as const),
    };
    const done = proven ? await joinAtOnce(given) : await askForMail({ ...given, email });
    if (!done) focusInvalid(form);
  };

  const joinAtOnce = async (given: Parameters<typeof byProvider.send>[0]) => {
    const outcome = await byProvider.send(given);
    if (!outcome.ok) return false;
    draft.clear();
    arrive(outcome.data.isNew);
    return true;
  };

  const askForMail = async (given: Parameters<typeof signUp.send>[0]) => {
    const outcome = await signUp.send(given);
    if (!outcome.ok) return false;
    draft.clear();
    setSentTo(outcome.data.email);
    return true;
  };

  const errorAt = (...fields: string[]) => fields.map((field) => (tried && missing[field]) || refusedAt(field)).find(Boolean) || null;
  if (sentTo) return <CheckMail email={sentTo} onOther={() => setSentTo(null)} />;
  return (
    <Page title={t`参加する`} lead={t`個人として参加します。費用も義務もありません。いつでもやめられます。`} narrow>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap={6}>
          <TextField
            label={t`お名前`}
            hint={t`ふだん名乗っているお名前を入力してください。`}
            autoComplete="name"
            name="name"
            value={joining.name}
            onChange={(name) => draft.change({ name })}
            error={errorAt("name")}
          />
          <TextField
            label={t`よみがな`}
            optional
            name="reading"
            lang="ja"
            value={joining.reading}
            onChange={(reading) => draft.change({ reading })}
            error={errorAt("reading")}
          />
          {proven ? (
            <ProvenEmail email={proven} onOther={leave} />
          ) : (
            <TextField
              label={t`メールアドレス`}
              hint={t`ほかのメンバーには見えません。会社のアドレスではなく、ご自分のアドレスをおすすめします。`}
              type="email"
              inputMode="email"
              autoComplete="email"
              name="email"
              value={joining.email}
              onChange={(email) => draft.change({ email })}
              error={errorAt("email")}
            />
          )}
          <CompanyField
            text={joining.companyText}
            picked={joining.company}
            onText={(companyText) => draft.change({ companyText })}
            onPick={(company, proposed) => draft.change({ company, proposed, companyText: company?.name ?? joining.companyText })}
            onClear={() => draft.change({ company: null, proposed: false })}
            error={errorAt("company", "company.id", "company.proposedName")}
          />
          <MonthField
            label={t`在籍をはじめた月`}
            value={joining.from}
            onChange={(from) => draft.change({ from })}
            error={errorAt("tenure.startedOn")}
          />
          <MonthField label={t`在籍を終えた月`} value={joining.until} onChange={(until) => draft.change({ until })} error={errorAt("tenure.endedOn")} />
          {joining.company ? <WhoDecides company={joining.proposed ? null : joining.company.id} operatedBy={operatedBy} /> : null}
          <Checkbox
            label={
              <Trans>
                <Link href={paths.terms} target="_blank">
                  利用規約
                </Link>
                と
                <Link href={paths.privacy} target="_blank">
                  プライバシーポリシー
                </Link>
                に同意します
              </Trans>
            }
            checked={consent}
            onChange={setConsent}
            error={errorAt("acceptedTermsVersion")}
          />
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
