/** One affiliation to confirm: who, where and when they say they were, and the two answers. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { type FragmentType, graphql, readFragment } from "~/gql/moderation";
import { companyName } from "~/lib/companies";
import { formatAgo, formatPeriod } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { NOW, type Problem, useSubmission } from "~/lib/submission";
import { verificationWords } from "~/lib/words";
import { Button, Buttons } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { FormProblem } from "~/ui/FormProblem";
import { textLanguage } from "~/ui/language";
import { Confirmed, PersonName } from "~/ui/PersonName";
import { Quiet, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { Reason } from "./Reason";
import { Tenure } from "./Tenure";
import { Words } from "./Words";
import { useDeclineTemplates } from "./useDeclineTemplates";
import type { Desk } from "./useDesk";

const ToConfirmFragment = graphql(`
  fragment ToConfirm on AffiliationToConfirm {
    id
    waitingSince
    group {
      id
      name
      nameEn
    }
    person {
      id
      name
      reading
      formerName
      headline
      affiliations {
        id
        startedOn
        endedOn
        state
        verification
        company {
          id
          name
          nameEn
        }
      }
    }
    affiliation {
      id
      startedOn
      endedOn
      department
      title
      vouches {
        id
        state
        heldBecause
        from
        until
        statement
        voucher {
          id
          name
        }
      }
      company {
        id
        name
        nameEn
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

export function ToConfirm(props: { item: FragmentType<typeof ToConfirmFragment>; desk: Desk }) {
  const { t } = useLingui();
  const { person, affiliation } = readFragment(ToConfirmFragment, props.item);
  const { desk } = props;
  const confirm = useSubmission(Confirm, NOW);
  const decline = useSubmission(Decline, NOW);
  const templates = useDeclineTemplates();
  const [declining, setDeclining] = useState(false);
  const say = useToast();
  const { name } = person;
  /** Somebody was faster, or it was taken back: the list is read anew, and that is all there is to do. */
  const settle = (problem: Problem) => {
    if (problem.kind !== "refused" || (problem.name !== "Conflict" && problem.name !== "NotFound")) return;
    setDeclining(false);
    say(t`${name}さんの申し込みは、もう決まっていました。一覧を新しくしました。`, "bad");
    desk.outdated();
  };
  const onConfirm = async () => {
    desk.deciding(affiliation.id);
    const outcome = await confirm.send({ affiliation: affiliation.id });
    if (!outcome.ok) {
      settle(outcome.problem);
      return;
    }
    desk.decided(affiliation.id);
    say(t`${name}さんの在籍歴を確認しました。`);
  };
  const onDecline = async (reason: string) => {
    desk.deciding(affiliation.id);
    const outcome = await decline.send({ affiliation: affiliation.id, reason });
    if (!outcome.ok) {
      settle(outcome.problem);
      return;
    }
    setDeclining(false);
    desk.decided(affiliation.id);
    say(t`見送りました。${name}さんに理由をお知らせします。`);
  };
  return (
    <Card as="li">
      <Stack gap={4}>
        <Evidence item={props.item} />
        <FormProblem problem={confirm.problem} state={confirm.state} />
        <Buttons>
          <Button pending={confirm.state !== "idle"} onClick={() => void onConfirm()} aria-label={t`${name}さんを承認する`}>
            {t`承認する`}
          </Button>
          <Button variant="quiet" onClick={() => setDeclining(true)} aria-label={t`${name}さんを見送る`}>
            {t`見送る`}
          </Button>
        </Buttons>
      </Stack>
      <Reason
        open={declining}
        onClose={() => setDeclining(false)}
        title={t`${name}さんの在籍歴の確認を見送りますか？`}
        explanation={t`見送りの理由は、グループの名前で${name}さんに届きます（担当者名は出ません）。${name}さんは、書き直して、もう一度申し込めます。`}
        templates={templates}
        action={t`見送る`}
        submission={decline}
        onSend={(reason) => void onDecline(reason)}
      />
    </Card>
  );
}

/** What there is to decide by: who, where and when, in their own words, and what was confirmed of them before. */
function Evidence({ item }: { item: FragmentType<typeof ToConfirmFragment> }) {
  const { t, i18n } = useLingui();
  const language = activeLanguage();
  const { person, affiliation, group, waitingSince } = readFragment(ToConfirmFragment, item);
  const company = companyName(affiliation.company);
  const formerName = person.formerName ?? "";
  const waited = formatAgo(waitingSince, language);
  const before = person.affiliations.filter(({ id, state }) => id !== affiliation.id && state === "CONFIRMED");
  return (
    <>
      <PersonName name={person.name} plain={person.name} reading={person.reading} href={paths.person(person.id)} as="h2">
        {formerName ? <Quiet>{t`在籍時のお名前：${formerName}`}</Quiet> : null}
        <Tenure tenure={affiliation} />
        {before.map((one) => {
          const confirmedAt = companyName(one.company);
          return (
            <Quiet key={one.id}>
              {confirmedAt} {formatPeriod(one.startedOn, one.endedOn, language)} <Confirmed>{i18n._(verificationWords[one.verification])}</Confirmed>
            </Quiet>
          );
        })}
        <Quiet>
          {[group ? companyName(group) : "", t`申し込み：${waited}`].filter(Boolean).join(language === "ja" ? "・" : " · ")}
        </Quiet>
      </PersonName>
      {person.headline ? <p lang={textLanguage(person.headline)}>{person.headline}</p> : null}
      <Words vouches={affiliation.vouches} />
      {affiliation.company.proposed ? <Quiet>{t`「${company}」は、メンバーが新しく加えた会社です。`}</Quiet> : null}
    </>
  );
}
