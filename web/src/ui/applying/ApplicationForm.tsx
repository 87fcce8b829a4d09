/** How a member applies to a group: its questions, and the months only where they have told none at its companies. */
import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";

import { AfterApplying, type AnswersValue, Questions, TenureAt, type TenureValue, answersTo, companyMeant, useApplicationLeftOut } from "./Application";
import { Button } from "../Button";
import { FormProblem, type Trouble } from "../FormProblem";
import { errorsOf, useLeftOut } from "./Newcomer";
import { Stack } from "../Text";
import { focusInvalid } from "../focus";

export type ApplicationValue = TenureValue & { answers: AnswersValue };
export const unwritten: ApplicationValue = { company: "", from: "", until: "", answers: {} };

export type GivenApplication = { answers: string[]; affiliation: { company: { id: string }; tenure: { startedOn: string; endedOn: string } } | null };

type ApplicationFormProps = {
  value: ApplicationValue;
  onChange: (fields: Partial<ApplicationValue>) => void;
  questions: readonly string[];
  companies: readonly { id: string; name: string }[];
  /** A time at one of the companies is told already. */
  told: boolean;
  decides: { by: string; days: number };
  verified: boolean;
  sent: { state: "idle" | "sending" | "waiting"; problem: Trouble | null; errorAt: (field: string) => string | null };
  /** Resolves to whether it was taken. */
  onSend: (given: GivenApplication) => Promise<boolean>;
};

const placed = ["company", "company.id", "tenure", "tenure.startedOn", "tenure.endedOn"];

export function ApplicationForm({ value, onChange, questions, companies, told, decides, verified, sent, onSend }: ApplicationFormProps) {
  const { t } = useLingui();
  const [tried, setTried] = useState(false);
  const leftOut = useLeftOut();
  const applicationLeftOut = useApplicationLeftOut();
  const company = companyMeant(value.company, companies);
  const missing = {
    ...(told ? {} : { ...applicationLeftOut.company(company), ...leftOut.months(value) }),
    ...applicationLeftOut.answers(questions, value.answers),
  };
  const errorAt = errorsOf(tried, missing, sent.errorAt);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setTried(true);
    const whole = !Object.values(missing).some(Boolean);
    const affiliation = told ? null : { company: { id: company }, tenure: { startedOn: value.from, endedOn: value.until } };
    if (!whole || !(await onSend({ answers: answersTo(questions, value.answers), affiliation }))) focusInvalid(form);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={6}>
        {told ? null : <TenureAt value={value} onChange={onChange} companies={companies} errorAt={errorAt} />}
        <Questions questions={questions} answers={value.answers} onChange={(answers) => onChange({ answers })} errorAt={errorAt} />
        <AfterApplying by={decides.by} days={decides.days} verified={verified} />
        <FormProblem problem={sent.problem} state={sent.state} placed={[...(told ? [] : placed), ...questions.map((_, index) => `answers.${index}`)]} />
        <div>
          <Button type="submit" wide pending={sent.state !== "idle"}>
            {t`参加を申し込む`}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
