/** One application to a group: how it stands, who decides, what was asked back, and the way on. */
import { useLingui } from "@lingui/react/macro";
import { Link } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/signin";
import { companyName } from "~/lib/companies";
import { formatAgo } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { Buttons, LinkButton } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { Fold } from "~/ui/Fold";
import { textLanguage } from "~/ui/language";
import { Notice } from "~/ui/Notice";
import { Confirmed } from "~/ui/PersonName";
import { Said } from "~/ui/Said";
import { Quiet, Stack } from "~/ui/Text";

import { AnswerForm, ReplyForm } from "./Answering";

const ApplicationFragment = graphql(`
  fragment ApplicationCard on GroupApplication {
    id
    state
    appliedAt
    reason
    decidedBy
    questions
    answers {
      question
      answer
    }
    messages {
      id
      fromGroup
      body
      at
    }
    group {
      id
      slug
      name
      nameEn
      state
      usualDays
    }
  }
`);

export function ApplicationCard(props: { application: FragmentType<typeof ApplicationFragment> }) {
  const { t } = useLingui();
  const application = readFragment(ApplicationFragment, props.application);
  const { state, appliedAt, group, messages, decidedBy } = application;
  const name = companyName(group);
  const language = activeLanguage();
  const applied = formatAgo(appliedAt, language);
  return (
    <Card label={name}>
      <Stack gap={4}>
        <div>
          <h3>
            <Link href={paths.group(group.slug)} lang={textLanguage(name)}>
              {name}
            </Link>
          </h3>
          <Quiet>{t`申し込み：${applied}`}</Quiet>
        </div>
        {messages.map(({ id, fromGroup, body, at }) => {
          const ago = formatAgo(at, language);
          return <Said key={id} by={fromGroup ? t`${decidedBy}からの質問・${ago}` : t`あなたの返事・${ago}`} text={body} lang={textLanguage(body)} />;
        })}
        {state === "WAITING" ? <Waits application={application} /> : null}
        {state === "APPROVED" ? (
          <>
            <Confirmed>{t`参加が承認されました`}</Confirmed>
            <Buttons>
              <LinkButton href={paths.group(group.slug)} variant="secondary">
                {t`グループのページへ`}
              </LinkButton>
            </Buttons>
          </>
        ) : null}
        {state === "DECLINED" && group.state === "CLOSED" ? <Ended group={name} /> : null}
        {state === "DECLINED" && group.state !== "CLOSED" ? <Declined by={decidedBy} reason={application.reason ?? ""} slug={group.slug} /> : null}
      </Stack>
    </Card>
  );
}

type WaitsProps = {
  application: {
    id: string;
    decidedBy: string;
    questions: readonly string[];
    answers: readonly { question: string; answer: string }[];
    messages: readonly { fromGroup: boolean }[];
    group: { usualDays: number };
  };
};

function Waits({ application }: WaitsProps) {
  const { t } = useLingui();
  const { id, decidedBy, questions, answers, messages, group } = application;
  const days = group.usualDays;
  const asked = messages.at(-1)?.fromGroup ?? false;
  const given = Object.fromEntries(answers.map(({ question, answer }) => [question, answer]));
  const open = questions.some((question) => !given[question]);
  return (
    <>
      {asked ? (
        <>
          <Notice icon="talk">
            <p>{t`${decidedBy}から質問が届いています。答えると、通常${days}日ほどで返事があります。`}</p>
          </Notice>
          <ReplyForm application={id} />
        </>
      ) : (
        <Notice icon="clock" title={t`お返事を待っています。`}>
          <p>{t`${decidedBy}が、通常${days}日ほどで返事をします。結果はメールでもお知らせします。`}</p>
        </Notice>
      )}
      {open ? (
        <Stack gap={3}>
          <Notice icon="talk" title={t`グループから、質問があります。`}>
            <p>{t`答えておくと、確認が早く進みます。`}</p>
          </Notice>
          <AnswerForm application={id} questions={questions} given={given} />
        </Stack>
      ) : null}
      {!open && questions.length > 0 ? (
        <Fold title={t`あなたの回答を見る・直す`} late>
          <AnswerForm application={id} questions={questions} given={given} />
        </Fold>
      ) : null}
    </>
  );
}

/** The group ended: there is nothing to apply to again. */
function Ended({ group }: { group: string }) {
  const { t } = useLingui();
  return (
    <>
      <Notice icon="leave">
        <p>{t`${group}が活動を終えたため、参加の申し込みも終わりました。ほかのグループには、いつでも申し込めます。`}</p>
      </Notice>
      <Buttons>
        <LinkButton href={paths.groups} variant="secondary">
          {t`グループをさがす`}
        </LinkButton>
      </Buttons>
    </>
  );
}

function Declined({ by, reason, slug }: { by: string; reason: string; slug: string }) {
  const { t } = useLingui();
  return (
    <>
      <Notice tone="bad" icon="warning" title={t`今回は、参加が見送りになりました。`} />
      {reason ? <Said by={t`${by}からの理由`} text={reason} lang={textLanguage(reason)} /> : null}
      <p>{t`理由を読んで、直すところがあれば、直してからもう一度申し込めます。グループに入らなくても、公開の募集は読めます。元同僚に確認をお願いする方法もあります。`}</p>
      <Buttons>
        <LinkButton href={paths.career} variant="secondary">
          {t`在籍歴を直す`}
        </LinkButton>
        <LinkButton href={paths.group(slug)} variant="quiet">
          {t`もう一度申し込む`}
        </LinkButton>
      </Buttons>
    </>
  );
}
