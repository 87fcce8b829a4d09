/** One affiliation to confirm: who, where and when they say they were, and the two answers. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { type FragmentType, graphql, readFragment } from "~/gql/moderation";
import { formatAgo, formatPeriod } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { useSubmission } from "~/lib/submission";
import { Button, Buttons } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { FormProblem } from "~/ui/FormProblem";
import { PersonName } from "~/ui/PersonName";
import { Quiet, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { Reason } from "./Reason";

const ToConfirmFragment = graphql(`
  fragment ToConfirm on AffiliationToConfirm {
    id
    waitingSince
    group {
      id
      name
    }
    person {
      id
      name
      reading
      headline
    }
    affiliation {
      id
      startedOn
      endedOn
      department
      title
      company {
        id
        name
        proposed
      }
    }
  }
`);

const Confirm = graphql(`
  mutation QueueConfirm($input: ConfirmAffiliationInput!) {
    confirmAffiliation(input: $input) {
      ... on AffiliationConfirmed {
        affiliation {
          id
          state
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

const Decline = graphql(`
  mutation QueueDecline($input: DeclineAffiliationInput!) {
    declineAffiliation(input: $input) {
      ... on AffiliationDeclined {
        affiliation {
          id
          state
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

export function ToConfirm(props: { item: FragmentType<typeof ToConfirmFragment> }) {
  const { t } = useLingui();
  const language = activeLanguage();
  const { person, affiliation, group, waitingSince } = readFragment(ToConfirmFragment, props.item);
  const confirm = useSubmission(Confirm);
  const decline = useSubmission(Decline);
  const [declining, setDeclining] = useState(false);
  const say = useToast();
  const { name } = person;
  const company = affiliation.company.name;
  const period = formatPeriod(affiliation.startedOn, affiliation.endedOn, language);
  const waited = formatAgo(waitingSince, language);
  const detail = [affiliation.department, affiliation.title].filter(Boolean).join(language === "ja" ? "・" : " · ");
  const onConfirm = async () => {
    if ((await confirm.send({ affiliation: affiliation.id })).ok) say(t`${name}さんの在籍歴を確認しました。`);
  };
  const onDecline = async (reason: string) => {
    if (!(await decline.send({ affiliation: affiliation.id, reason })).ok) return;
    setDeclining(false);
    say(t`見送りました。理由をお知らせします。`);
  };
  return (
    <Card as="li">
      <Stack gap={3}>
        <PersonName name={name} plain={name} reading={person.reading} as="h2">
          <p>{t`${company}に${period}在籍`}</p>
          {detail ? <Quiet>{detail}</Quiet> : null}
          <Quiet>
            {t`${waited}から待っています`}
            {group ? <> ・{group.name}</> : null}
          </Quiet>
        </PersonName>
        {affiliation.company.proposed ? <Quiet>{t`「${company}」は、この方が新しく加えた会社です。`}</Quiet> : null}
        {person.headline ? <p>{t`「${person.headline}」`}</p> : null}
        <FormProblem problem={confirm.problem} state={confirm.state} />
        <Buttons>
          <Button pending={confirm.state !== "idle"} onClick={() => void onConfirm()}>
            {t`承認する`}
          </Button>
          <Button variant="quiet" onClick={() => setDeclining(true)}>
            {t`見送る`}
          </Button>
        </Buttons>
      </Stack>
      <Reason
        open={declining}
        onClose={() => setDeclining(false)}
        title={t`${name}さんの在籍歴の確認を見送りますか？`}
        explanation={t`理由は、グループの名前で${name}さんに届きます（担当者名は出ません）。${name}さんは、書き直してもう一度申し込めます。`}
        templates={[
          t`在籍の時期を確かめられませんでした。時期や部署を書き足して、もう一度お申し込みください。`,
          t`在籍していた会社が、このグループの対象とちがうようです。会社をお確かめください。`,
          t`お名前を確かめられませんでした。在籍時のお名前があれば、プロフィールに書き足してください。`,
        ]}
        action={t`見送る`}
        submission={decline}
        onSend={(reason) => void onDecline(reason)}
      />
    </Card>
  );
}
