/** Adding an affiliation: the company is picked or proposed, the months are given, and who will confirm it is said before the button. */
import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";

import { graphql } from "~/gql/profile";
import { useSubmission } from "~/lib/submission";
import { Button, Buttons } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { FormProblem } from "~/ui/FormProblem";
import { focusInvalid } from "~/ui/focus";
import { Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { type Chosen, CompanyField } from "./CompanyField";
import { TenureFields } from "./TenureFields";
import { EMPTY, TENURE_FIELDS, type Tenure, inputOf, missingIn } from "./tenure";

const DeclareAffiliation = graphql(`
  mutation DeclareAffiliation($input: DeclareAffiliationInput!) {
    declareAffiliation(input: $input) {
      ... on AffiliationDeclared {
        affiliation {
          id
          ...OwnAffiliation
          person {
            id
            affiliations {
              id
            }
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

const COMPANY_FIELDS = ["company", "company.id", "company.proposedName"];

export function Declare({ onDone }: { onDone: () => void }) {
  const { t } = useLingui();
  const say = useToast();
  const declare = useSubmission(DeclareAffiliation);
  const [tried, setTried] = useState(false);
  const [tenure, setTenure] = useState<Tenure>(EMPTY);
  const [company, setCompany] = useState<Chosen | null>(null);
  const refused = COMPANY_FIELDS.map(declare.errorAt).find(Boolean) ?? null;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setTried(true);
    if (!company || missingIn(tenure).size > 0) {
      focusInvalid(form);
      return;
    }
    const outcome = await declare.send({ company: company.id === null ? { proposedName: company.name } : { id: company.id }, ...inputOf(tenure) });
    if (!outcome.ok) {
      focusInvalid(form);
      return;
    }
    say(t`在籍歴を加えました。確認の結果をお知らせします。`);
    onDone();
  };

  return (
    <Card>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap={5}>
          <CompanyField
            chosen={company}
            onChoose={setCompany}
            error={tried && !company ? t`会社名は候補から選んでください。見つからないときは、いちばん下の「追加」から登録できます。` : refused}
          />
          <TenureFields value={tenure} onChange={(fields) => setTenure({ ...tenure, ...fields })} tried={tried} errorAt={declare.errorAt} />
          <FormProblem problem={declare.problem} state={declare.state} placed={[...TENURE_FIELDS, ...COMPANY_FIELDS]} />
          <Buttons>
            <Button type="submit" pending={declare.state !== "idle"}>
              {t`確認を申し込む`}
            </Button>
            <Button variant="quiet" onClick={onDone}>
              {t`やめる`}
            </Button>
          </Buttons>
        </Stack>
      </form>
    </Card>
  );
}
