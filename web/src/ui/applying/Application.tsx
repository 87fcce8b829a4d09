/** What an application to a group asks: at which of its companies, in which months, and the group's own questions; and what comes after it. */
import { useLingui } from "@lingui/react/macro";

import { Select, TextArea } from "../Field";
import { type LeftOut, type MonthsValue, TenureMonths } from "./Newcomer";
import { Notice } from "../Notice";
import { textLanguage } from "../language";

type ErrorAt = (...fields: string[]) => string | null;

export type TenureValue = MonthsValue & { company: string };
type TenureAtProps = { value: TenureValue; onChange: (fields: Partial<TenureValue>) => void; companies: readonly { id: string; name: string }[]; errorAt: ErrorAt };

/** The company that is meant: the only one, where the group has but one. */
export const companyMeant = (chosen: string, companies: readonly { id: string }[]): string => {
  const [only, ...more] = companies;
  return only && more.length === 0 ? only.id : companies.some(({ id }) => id === chosen) ? chosen : "";
};

export function TenureAt({ value, onChange, companies, errorAt }: TenureAtProps) {
  const { t } = useLingui();
  return (
    <>
      <Select
        label={t`出身企業・官公庁`}
        hint={t`このグループの対象の会社から選んでください。`}
        value={companyMeant(value.company, companies)}
        onChange={(company) => onChange({ company })}
        choices={companies.map(({ id, name }) => ({ value: id, label: name }))}
        error={errorAt("company", "company.id", "tenure")}
      />
      <TenureMonths value={value} onChange={onChange} errorAt={errorAt} />
    </>
  );
}

/** Answers by the question, so that a question which is changed meanwhile takes no other's answer. */
export type AnswersValue = Record<string, string>;

export const answersTo = (questions: readonly string[], answers: AnswersValue): string[] => questions.map((question) => answers[question] ?? "");

type QuestionsProps = { questions: readonly string[]; answers: AnswersValue; onChange: (answers: AnswersValue) => void; errorAt: ErrorAt };

export function Questions({ questions, answers, onChange, errorAt }: QuestionsProps) {
  return questions.map((question, index) => (
    <TextArea
      key={question}
      label={<span lang={textLanguage(question)}>{question}</span>}
      rows={3}
      value={answers[question] ?? ""}
      onChange={(answer) => onChange({ ...answers, [question]: answer })}
      error={errorAt(`answers.${index}`)}
    />
  ));
}

/** Who decides, how long it takes, and what works meanwhile: said before the button. */
export function AfterApplying({ by, days, verified = false }: { by: string; days: number; verified?: boolean }) {
  const { t } = useLingui();
  return (
    <Notice icon="clock" title={t`申し込みのあと`}>
      <p>{t`${by}が、通常${days}日ほどで返事をします。`}</p>
      <p>{t`申し込みと回答を読むのは、決める運営者か事務局だけです。承認されると、在籍歴も「運営者が確認」になります。`}</p>
      <p>
        {verified
          ? t`お待ちのあいだも、ほかのことはいつもどおり使えます。書類の提出は求めません。`
          : t`お待ちのあいだも、公開の募集を読み、プロフィールと募集の下書きを書けます。書類の提出は求めません。`}
      </p>
    </Notice>
  );
}

/** What is left out of the parts above, as sentences by field; false where nothing is. */
export function useApplicationLeftOut() {
  const { t } = useLingui();
  return {
    company: (company: string): LeftOut => ({ company: !company && t`在籍した会社を選んでください。` }),
    answers: (questions: readonly string[], answers: AnswersValue): LeftOut =>
      Object.fromEntries(answersTo(questions, answers).map((answer, index) => [`answers.${index}`, !answer.trim() && t`グループからの質問に答えてください。`])),
  };
}
