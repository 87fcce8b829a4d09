/** Mending an own affiliation in its place; other months mean another confirmation, and that is said before. */
import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";

import { graphql } from "~/gql/profile";
import { useSubmission } from "~/lib/submission";
import { Button, Buttons } from "~/ui/Button";
import { FormProblem } from "~/ui/FormProblem";
import { focusInvalid } from "~/ui/focus";
import { Quiet, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { TenureFields } from "./TenureFields";
import { TENURE_FIELDS, type Tenure, inputOf, missingIn } from "./tenure";

const Edit = graphql(`
  mutation EditAffiliation($input: EditAffiliationInput!) {
    editAffiliation(input: $input) {
      ... on AffiliationEdited {
        affiliation {
          id
          ...OwnAffiliation
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

type Given = { id: string; startedOn: string; endedOn: string | null; department: string | null; title: string | null };

export function Mend({ affiliation, confirmed, onDone }: { affiliation: Given; confirmed: boolean; onDone: () => void }) {
  const { t } = useLingui();
  const say = useToast();
  const edit = useSubmission(Edit);
  const [tried, setTried] = useState(false);
  const [tenure, setTenure] = useState<Tenure>({
    from: affiliation.startedOn,
    until: affiliation.endedOn ?? "",
    stillThere: affiliation.endedOn === null,
    department: affiliation.department ?? "",
    title: affiliation.title ?? "",
  });
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setTried(true);
    if (missingIn(tenure).size > 0 || !(await edit.send({ affiliation: affiliation.id, ...inputOf(tenure) })).ok) {
      focusInvalid(form);
      return;
    }
    say(t`在籍歴を直しました。`);
    onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={5}>
        {confirmed ? <Quiet>{t`期間を変えると、もう一度確認を待ちます。部署や役職だけなら、確認されたままです。`}</Quiet> : null}
        <TenureFields value={tenure} onChange={(fields) => setTenure({ ...tenure, ...fields })} tried={tried} errorAt={edit.errorAt} />
        <FormProblem problem={edit.problem} state={edit.state} placed={TENURE_FIELDS} />
        <Buttons>
          <Button type="submit" pending={edit.state !== "idle"}>
            {t`保存する`}
          </Button>
          <Button variant="quiet" onClick={onDone}>
            {t`やめる`}
          </Button>
        </Buttons>
      </Stack>
    </form>
  );
}
