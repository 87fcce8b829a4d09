/** What every form of joining asks of a newcomer, and in which words what is left out is asked for. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";

import { Checkbox, TextField } from "../Field";
import { MonthField, isMonth } from "../MonthField";
import { ProvenEmail } from "./ProvenEmail";

type ErrorAt = (...fields: string[]) => string | null;

export type NewcomerValue = { name: string; reading: string; email: string };

type NewcomerFieldsProps = {
  value: NewcomerValue;
  onChange: (fields: Partial<NewcomerValue>) => void;
  errorAt: ErrorAt;
  /** The address that was proven already, and by which provider. */
  proven: { email: string; by: string; onOther: () => void } | null;
};

export function NewcomerFields({ value, onChange, errorAt, proven }: NewcomerFieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <TextField
        label={t`お名前`}
        hint={t`ふだん名乗っているお名前を入力してください。`}
        autoComplete="name"
        name="name"
        value={value.name}
        onChange={(name) => onChange({ name })}
        error={errorAt("name")}
      />
      <TextField label={t`よみがな`} optional name="reading" lang="ja" value={value.reading} onChange={(reading) => onChange({ reading })} error={errorAt("reading")} />
      {proven ? (
        <ProvenEmail {...proven} />
      ) : (
        <TextField
          label={t`メールアドレス`}
          hint={t`ほかのメンバーには見えません。会社のアドレスではなく、ご自分のアドレスをおすすめします。`}
          type="email"
          inputMode="email"
          autoComplete="email"
          name="email"
          value={value.email}
          onChange={(email) => onChange({ email })}
          error={errorAt("email")}
        />
      )}
    </>
  );
}

export type MonthsValue = { from: string; until: string };

export function TenureMonths({ value, onChange, errorAt }: { value: MonthsValue; onChange: (fields: Partial<MonthsValue>) => void; errorAt: ErrorAt }) {
  const { t } = useLingui();
  return (
    <>
      <MonthField label={t`在籍をはじめた月`} value={value.from} onChange={(from) => onChange({ from })} error={errorAt("tenure.startedOn")} />
      <MonthField label={t`在籍を終えた月`} value={value.until} onChange={(until) => onChange({ until })} error={errorAt("tenure.endedOn")} />
    </>
  );
}

type TermsConsentProps = { checked: boolean; onChange: (checked: boolean) => void; error: string | null; /** Where the two stand. */ terms: string; privacy: string };

export function TermsConsent({ checked, onChange, error, terms, privacy }: TermsConsentProps) {
  return (
    <Checkbox
      label={
        <Trans>
          <Link href={terms} target="_blank">
            利用規約
          </Link>
          と
          <Link href={privacy} target="_blank">
            プライバシーポリシー
          </Link>
          に同意します
        </Trans>
      }
      checked={checked}
      onChange={onChange}
      error={error}
    />
  );
}

export type LeftOut = Record<string, string | false>;

/** What is left out of the parts above, as sentences by field; false where nothing is. */
export function useLeftOut() {
  const { t } = useLingui();
  return {
    newcomer: ({ name, email }: NewcomerValue, proven: boolean, consent: boolean): LeftOut => ({
      name: !name.trim() && t`お名前を入力してください。`,
      email: !proven && !email.trim() && t`メールアドレスを入力してください。`,
      acceptedTermsVersion: !consent && t`利用規約とプライバシーポリシーを読んで、同意してください。`,
    }),
    months: ({ from, until }: MonthsValue): LeftOut => ({
      "tenure.startedOn": !isMonth(from) && t`在籍をはじめた年と月を選んでください。`,
      "tenure.endedOn": !isMonth(until) && t`在籍を終えた年と月を選んでください。`,
    }),
  };
}

/** What a form says at a field: what is left out, once it was tried, before what the server refused. */
export const errorsOf =
  (tried: boolean, leftOut: LeftOut, refusedAt: (field: string) => string | null): ErrorAt =>
  (...fields) =>
    fields.map((field) => (tried && leftOut[field]) || refusedAt(field)).find(Boolean) || null;
