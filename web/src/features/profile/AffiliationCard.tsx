/** One of one's own affiliations: where its confirmation stands and what one can do, mending it, taking it back. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { type FragmentType, graphql, readFragment } from "~/gql/profile";
import { companyName } from "~/lib/companies";
import { formatPeriod } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { useSubmission } from "~/lib/submission";
import { Button, Buttons } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { Dialog } from "~/ui/Dialog";
import { FormProblem } from "~/ui/FormProblem";
import { nameLanguage } from "~/ui/PersonName";
import { Tag } from "~/ui/Tag";
import { Quiet, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { Ask } from "./Ask";
import { AffiliationState } from "./AffiliationState";
import { Mend } from "./Mend";

const OwnAffiliationFragment = graphql(`
  fragment OwnAffiliation on Affiliation {
    id
    startedOn
    endedOn
    department
    title
    state
    company {
      id
      name
      nameEn
    }
    ...AffiliationState
    ...Ask
  }
`);

const Remove = graphql(`
  mutation RemoveAffiliation($input: RemoveAffiliationInput!) {
    removeAffiliation(input: $input) {
      ... on AffiliationRemoved {
        viewer {
          id
          standing
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

export function AffiliationCard(props: { affiliation: FragmentType<typeof OwnAffiliationFragment> }) {
  const { t } = useLingui();
  const language = activeLanguage();
  const affiliation = readFragment(OwnAffiliationFragment, props.affiliation);
  const [doing, setDoing] = useState<"mend" | "remove" | null>(null);
  const company = companyName(affiliation.company);
  const detail = [affiliation.department, affiliation.title].filter(Boolean).join(language === "ja" ? "・" : " · ");
  return (
    <Card as="li">
      <Stack gap={3}>
        <Stack gap={1}>
          <h2 lang={nameLanguage(company)}>{company}</h2>
          <Quiet>{formatPeriod(affiliation.startedOn, affiliation.endedOn, language)}</Quiet>
          {detail ? <Quiet>{detail}</Quiet> : null}
        </Stack>
        {affiliation.endedOn ? null : (
          <div>
            <Tag>{t`現役社員`}</Tag>
          </div>
        )}
        <AffiliationState affiliation={affiliation} />
        <Ask affiliation={affiliation} />
        {doing === "mend" ? (
          <Mend affiliation={affiliation} confirmed={affiliation.state === "CONFIRMED"} onDone={() => setDoing(null)} />
        ) : (
          <Buttons>
            <Button variant="secondary" icon="edit" onClick={() => setDoing("mend")} aria-label={t`${company}の在籍歴を直す`}>
              {t`直す`}
            </Button>
            <Button variant="quiet" onClick={() => setDoing("remove")} aria-label={t`${company}の在籍歴を取り下げる`}>
              {t`取り下げる`}
            </Button>
          </Buttons>
        )}
      </Stack>
      <RemoveDialog id={affiliation.id} company={company} open={doing === "remove"} onClose={() => setDoing(null)} />
    </Card>
  );
}

type RemoveDialogProps = { id: string; company: string; open: boolean; onClose: () => void };

function RemoveDialog({ id, company, open, onClose }: RemoveDialogProps) {
  const { t } = useLingui();
  const say = useToast();
  const remove = useSubmission(Remove);
  const send = async () => {
    if ((await remove.send({ affiliation: id })).ok) say(t`${company}の在籍歴を取り下げました。`);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t`${company}の在籍歴を取り下げますか？`}
      actions={
        <Button variant="danger" pending={remove.state !== "idle"} onClick={() => void send()}>
          {t`取り下げる`}
        </Button>
      }
    >
      <p>{t`この在籍歴で参加しているグループからも外れます。もう一度加えるときは、確認を待つことになります。`}</p>
      <FormProblem problem={remove.problem} state={remove.state} />
    </Dialog>
  );
}
