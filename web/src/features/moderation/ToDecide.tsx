/** One report to decide: what was reported and why, and the two answers: hide it, or say that nothing is wrong. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/moderation";
import { formatAgo } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { useSubmission } from "~/lib/submission";
import { reportWords } from "~/lib/words";
import { Button, Buttons } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { Tag } from "~/ui/Tag";
import { Quiet, Row, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { Reason } from "./Reason";

const ToDecideFragment = graphql(`
  fragment ToDecide on ReportToDecide {
    id
    waitingSince
    report {
      id
      subject
      reason
      note
      excerpt
      group {
        id
        name
      }
      opportunity {
        id
        title
        author {
          id
          name
        }
      }
      person {
        id
        name
      }
    }
  }
`);

const Hide = graphql(`
  mutation QueueHide($input: HideOpportunityInput!) {
    hideOpportunity(input: $input) {
      ... on OpportunityHidden {
        opportunity {
          id
          hidden {
            reason
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

const Dismiss = graphql(`
  mutation QueueDismiss($input: DismissReportInput!) {
    dismissReport(input: $input) {
      ... on ReportDecided {
        report {
          id
          decision
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

export function ToDecide(props: { item: FragmentType<typeof ToDecideFragment>; steward: boolean }) {
  const { t, i18n } = useLingui();
  const { report, waitingSince } = readFragment(ToDecideFragment, props.item);
  const [asking, setAsking] = useState<"hide" | "dismiss" | null>(null);
  const hide = useSubmission(Hide);
  const dismiss = useSubmission(Dismiss);
  const say = useToast();
  const { opportunity, person, group, note, excerpt } = report;
  const name = person?.name ?? "";
  const title = opportunity?.title ?? "";
  const waited = formatAgo(waitingSince, activeLanguage());
  const place = group?.name ?? "";
  const onHide = async (reason: string) => {
    if (!opportunity) return;
    if (!(await hide.send({ opportunity: opportunity.id, group: group?.id ?? null, reason, report: report.id })).ok) return;
    setAsking(null);
    say(t`「${title}」を非表示にしました。`);
  };
  const onDismiss = async (reason: string) => {
    if (!(await dismiss.send({ report: report.id, reason })).ok) return;
    setAsking(null);
    say(t`問題なしとして、通報した方にお知らせします。`);
  };
  return (
    <Card as="li">
      <Stack gap={3}>
        <Row>
          <Tag>{t`通報`}</Tag>
          <span>{i18n._(reportWords[report.reason])}</span>
        </Row>
        {opportunity ? (
          <h2>
            <Link href={paths.opportunity(opportunity.id)}>{opportunity.title}</Link>
          </h2>
        ) : (
          <h2>{report.subject === "CONVERSATION" ? t`${name}さんとのやりとり` : t`${name}さんのプロフィールや行動`}</h2>
        )}
        {excerpt ? <blockquote>{excerpt}</blockquote> : null}
        {note ? <p>{t`「${note}」`}</p> : null}
        <Quiet>
          {t`${waited}に届きました`}
          {place ? <> ・{place}</> : null}
        </Quiet>
        <Buttons>
          {opportunity ? (
            <Button variant="danger" onClick={() => setAsking("hide")}>
              {t`非表示にする`}
            </Button>
          ) : null}
          <Button variant="secondary" onClick={() => setAsking("dismiss")}>
            {t`問題なしにする`}
          </Button>
        </Buttons>
      </Stack>
      <Reason
        open={asking === "hide"}
        onClose={() => setAsking(null)}
        title={t`この募集を非表示にしますか？`}
        explanation={place ? t`${place}のメンバーから見えなくなります。募集した方と通報した方に、理由をお知らせします。` : t`すべての場所で見えなくなります。募集した方と通報した方に、理由をお知らせします。`}
        templates={[t`ガイドラインで禁じている勧誘にあたります。`, t`個人や会社の秘密の情報が書かれています。`, t`募集の内容が事実とちがうと判断しました。`]}
        action={t`非表示にする`}
        danger
        submission={hide}
        onSend={(reason) => void onHide(reason)}
      />
      <Reason
        open={asking === "dismiss"}
        onClose={() => setAsking(null)}
        title={t`問題なしにしますか？`}
        explanation={t`通報した方に、理由をお知らせします。`}
        templates={[t`確認しましたが、ガイドラインには反していませんでした。`, t`当事者どうしで話して、解決しています。`]}
        action={t`問題なしにする`}
        submission={dismiss}
        onSend={(reason) => void onDismiss(reason)}
      />
    </Card>
  );
}
