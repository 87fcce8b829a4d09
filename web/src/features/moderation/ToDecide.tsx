/** One report to decide: what was reported and why, and the two answers: hide it, or say that nothing is wrong. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/moderation";
import { companyName } from "~/lib/companies";
import { formatAgo } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { NOW, type Problem, useSubmission } from "~/lib/submission";
import { reportWords } from "~/lib/words";
import { Button, Buttons } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { RadioGroup } from "~/ui/Field";
import { textLanguage } from "~/ui/language";
import { nameLanguage } from "~/ui/PersonName";
import { Tag } from "~/ui/Tag";
import { Quiet, Row, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { Reason } from "./Reason";
import style from "./ToDecide.module.css";
import type { Desk } from "./useDesk";

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
        nameEn
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

export function ToDecide(props: { item: FragmentType<typeof ToDecideFragment>; desk: Desk; steward: boolean }) {
  const { t } = useLingui();
  const { report } = readFragment(ToDecideFragment, props.item);
  const { desk, steward } = props;
  const [asking, setAsking] = useState<"hide" | "dismiss" | null>(null);
  const [everywhere, setEverywhere] = useState(false);
  const hide = useSubmission(Hide, NOW);
  const dismiss = useSubmission(Dismiss, NOW);
  const say = useToast();
  const { opportunity, group } = report;
  const title = opportunity?.title ?? "";
  const place = group ? companyName(group) : "";
  const where = everywhere ? null : group;
  const settle = (problem: Problem) => {
    if (problem.kind !== "refused" || (problem.name !== "Conflict" && problem.name !== "NotFound")) return;
    setAsking(null);
    say(t`この通報は、もう決まっていました。一覧を新しくしました。`, "bad");
    desk.outdated();
  };
  const onHide = async (reason: string) => {
    if (!opportunity) return;
    desk.deciding(report.id);
    const outcome = await hide.send({ opportunity: opportunity.id, group: where?.id ?? null, reason, report: report.id });
    if (!outcome.ok) {
      settle(outcome.problem);
      return;
    }
    setAsking(null);
    desk.decided(report.id);
    desk.hid({ id: opportunity.id, title, group: where });
    say(t`「${title}」を非表示にしました。`);
  };
  const onDismiss = async (reason: string) => {
    desk.deciding(report.id);
    const outcome = await dismiss.send({ report: report.id, reason });
    if (!outcome.ok) {
      settle(outcome.problem);
      return;
    }
    setAsking(null);
    desk.decided(report.id);
    say(t`問題なしとして、通報した方にお知らせします。`);
  };
  return (
    <Card as="li">
      <Stack gap={4}>
        <Reported item={props.item} />
        <Buttons>
          {opportunity ? (
            <Button variant="danger" onClick={() => setAsking("hide")}>
              {t`非表示にする`}
            </Button>
          ) : null}
          <Button variant={opportunity ? "quiet" : "secondary"} onClick={() => setAsking("dismiss")}>
            {t`問題なしにする`}
          </Button>
        </Buttons>
      </Stack>
      <Reason
        open={asking === "hide"}
        onClose={() => setAsking(null)}
        title={t`この募集を非表示にしますか？`}
        explanation={where ? t`${place}のメンバーから見えなくなります。募集した方と通報した方に、理由をお知らせします。` : t`すべての場所で見えなくなります。募集した方と通報した方に、理由をお知らせします。`}
        templates={[
          { label: t`勧誘`, text: t`ガイドラインで禁じている勧誘にあたります。` },
          { label: t`秘密の情報`, text: t`個人や会社の秘密の情報が書かれています。` },
          { label: t`事実とちがう`, text: t`募集の内容が事実とちがうと判断しました。` },
        ]}
        action={t`非表示にする`}
        danger
        submission={hide}
        onSend={(reason) => void onHide(reason)}
      >
        {steward && group ? (
          <RadioGroup
            label={t`どこで非表示にしますか`}
            value={everywhere ? "everywhere" : "group"}
            onChange={(value) => setEverywhere(value === "everywhere")}
            choices={[
              { value: "group", label: t`${place}だけ` },
              { value: "everywhere", label: t`すべての場所` },
            ]}
          />
        ) : null}
      </Reason>
      <Reason
        open={asking === "dismiss"}
        onClose={() => setAsking(null)}
        title={t`問題なしにしますか？`}
        explanation={t`通報した方に、理由をお知らせします。`}
        templates={[
          { label: t`反していない`, text: t`確認しましたが、ガイドラインには反していませんでした。` },
          { label: t`解決している`, text: t`当事者どうしで話して、解決しています。` },
        ]}
        action={t`問題なしにする`}
        submission={dismiss}
        onSend={(reason) => void onDismiss(reason)}
      />
    </Card>
  );
}

/** What there is to decide by: what was reported, why, and in whose words. */
function Reported({ item }: { item: FragmentType<typeof ToDecideFragment> }) {
  const { t, i18n } = useLingui();
  const { report, waitingSince } = readFragment(ToDecideFragment, item);
  const { opportunity, person, group, note, excerpt } = report;
  const name = person?.name ?? "";
  const waited = formatAgo(waitingSince, activeLanguage());
  const author = opportunity?.author ?? null;
  const about = report.subject === "CONVERSATION" ? t`${name}さんとのやりとり` : t`${name}さんのプロフィールや行動`;
  return (
    <>
      <Row>
        <Tag>{t`通報`}</Tag>
        <strong>{i18n._(reportWords[report.reason])}</strong>
      </Row>
      <Stack gap={1}>
        <h2>
          {opportunity ? (
            <Link href={paths.opportunity(opportunity.id)} lang={textLanguage(opportunity.title)}>
              {opportunity.title}
            </Link>
          ) : person ? (
            <Link href={paths.person(person.id)}>{about}</Link>
          ) : (
            t`もう見られなくなった投稿`
          )}
        </h2>
        {author ? (
          <p>
            {t`募集した人`} <Link href={paths.person(author.id)} lang={nameLanguage(author.name)}>{author.name}</Link>
          </p>
        ) : null}
        <Quiet>
          {[group ? companyName(group) : "", t`届いたとき：${waited}`].filter(Boolean).join(activeLanguage() === "ja" ? "・" : " · ")}
        </Quiet>
      </Stack>
      <Quoted label={t`通報した方が見せることを選んだ部分`} words={excerpt} />
      <Quoted label={t`通報した方のことば`} words={note} />
    </>
  );
}

function Quoted({ label, words }: { label: string; words: string | null }) {
  return words ? (
    <Stack gap={1}>
      <Quiet>{label}</Quiet>
      <blockquote className={style.words} lang={textLanguage(words)}>{words}</blockquote>
    </Stack>
  ) : null;
}
