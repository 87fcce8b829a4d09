/** One application to a group, with the three answers under the thumb: approve, ask something back, decline. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { type FragmentType, graphql, readFragment } from "~/gql/moderation";
import { companyName } from "~/lib/companies";
import { NOW, type Problem, useSubmission } from "~/lib/submission";
import { Button, Buttons } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { Checkbox } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { Applicant } from "./Applicant";
import { Reason } from "./Reason";
import { useApprove } from "./approving";
import type { Desk } from "./useDesk";
import { useDeclineTemplates } from "./useDeclineTemplates";
import type { Picking } from "./usePicking";

const ToAdmitFragment = graphql(`
  fragment ToAdmit on ApplicationToDecide {
    id
    ...Applicant
    group {
      id
      name
      nameEn
    }
    person {
      id
      name
    }
    application {
      id
      version
    }
  }
`);

const Decline = graphql(`
  mutation QueueDeclineApplication($input: DeclineApplicationInput!) {
    declineApplication(input: $input) {
      ... on ApplicationDecided {
        application {
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

const Ask = graphql(`
  mutation QueueAskApplicant($input: AskApplicantInput!) {
    askApplicant(input: $input) {
      ... on ApplicantAsked {
        application {
          id
          version
          messages {
            id
            fromGroup
            body
            at
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

type ToAdmitProps = { item: FragmentType<typeof ToAdmitFragment>; desk: Desk; picking: Picking };

export function ToAdmit({ desk, picking, ...props }: ToAdmitProps) {
  const { t } = useLingui();
  const item = readFragment(ToAdmitFragment, props.item);
  const { id, version } = item.application;
  const { name } = item.person;
  const by = item.group ? companyName(item.group) : t`事務局`;
  const [open, setOpen] = useState<"ask" | "decline" | null>(null);
  const [asked, setAsked] = useState(0);
  const approve = useApprove();
  const decline = useSubmission(Decline, NOW);
  const ask = useSubmission(Ask, NOW);
  const templates = useDeclineTemplates();
  const say = useToast();
  /** It says something else now, or somebody was faster: the list is read anew. */
  const settle = (problem: Problem) => {
    if (problem.kind !== "refused" || (problem.code !== "ApplicationChanged" && problem.code !== "ApplicationOver" && problem.name !== "NotFound")) return;
    setOpen(null);
    say(problem.code === "ApplicationChanged" ? t`${name}さんの申し込みの内容が変わりました。新しい内容を読んでから、決めてください。` : t`${name}さんの申し込みは、もう決まっていました。一覧を新しくしました。`, "bad");
    desk.outdated();
  };
  const onApprove = async () => {
    desk.deciding(id);
    const outcome = await approve.send({ application: id, version });
    if (!outcome.ok) {
      settle(outcome.problem);
      return;
    }
    desk.decided(id);
    say(t`${name}さんを承認しました。`);
  };
  const onDecline = async (reason: string) => {
    desk.deciding(id);
    const outcome = await decline.send({ application: id, version, reason });
    if (!outcome.ok) {
      settle(outcome.problem);
      return;
    }
    setOpen(null);
    desk.decided(id);
    say(t`見送りました。${name}さんに理由をお知らせします。`);
  };
  const onAsk = async (question: string) => {
    const outcome = await ask.send({ application: id, question });
    if (!outcome.ok) {
      settle(outcome.problem);
      return;
    }
    setOpen(null);
    setAsked(asked + 1);
    say(t`${name}さんに質問を送りました。`);
  };
  return (
    <Card as="li">
      <Stack gap={4}>
        {picking.on ? <Checkbox label={t`${name}さんを選ぶ`} checked={picking.picked.some((one) => one.id === id)} onChange={() => picking.toggle(id)} /> : null}
        <Applicant item={item} />
        <FormProblem problem={approve.problem} state={approve.state} />
        {picking.on ? null : (
          <Buttons close>
            <Button pending={approve.state !== "idle"} onClick={() => void onApprove()} aria-label={t`${name}さんを承認する`}>
              {t`承認する`}
            </Button>
            <Button variant="secondary" onClick={() => setOpen("ask")} aria-label={t`${name}さんに質問する`}>
              {t`質問する`}
            </Button>
            <Button variant="quiet" onClick={() => setOpen("decline")} aria-label={t`${name}さんを見送る`}>
              {t`見送る`}
            </Button>
          </Buttons>
        )}
      </Stack>
      <Reason
        key={asked}
        open={open === "ask"}
        onClose={() => setOpen(null)}
        title={t`${name}さんに質問しますか？`}
        explanation={t`質問は、「${by}」の名前で${name}さんに届きます（担当者名は出ません）。返事は、この一覧に出ます。`}
        templates={[
          { label: t`時期と部署`, text: t`在籍していた時期と部署を、もう少し詳しく教えてください。` },
          { label: t`一緒に働いた方`, text: t`一緒に働いた方のお名前を、1人教えていただけますか。` },
          { label: t`お名前`, text: t`在籍時のお名前がいまとちがう方は、教えてください。` },
        ]}
        action={t`質問を送る`}
        asks
        submission={ask}
        onSend={(question) => void onAsk(question)}
      />
      <Reason
        open={open === "decline"}
        onClose={() => setOpen(null)}
        title={t`${name}さんの参加を見送りますか？`}
        explanation={t`見送りの理由は、「${by}」の名前で${name}さんに届きます（担当者名は出ません）。${name}さんは、書き直して、もう一度申し込めます。`}
        templates={templates}
        action={t`見送る`}
        submission={decline}
        onSend={(reason) => void onDecline(reason)}
      />
    </Card>
  );
}
