/** How a member applies to a group, takes the application back, or leaves: each says what follows before it is done. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/groups";
import { useApplying, useLeavingGroup } from "~/lib/applying/groups";
import { companyName } from "~/lib/companies";
import { useDraft } from "~/lib/drafts";
import { paths } from "~/lib/paths";
import { useMember } from "~/lib/viewer";
import { ApplicationForm, type GivenApplication, unwritten } from "~/ui/applying/ApplicationForm";
import { Button, Buttons, LinkButton } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { FormProblem } from "~/ui/FormProblem";
import { Notice } from "~/ui/Notice";
import { Section } from "~/ui/Page";
import { Quiet, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

const ApplyingFragment = graphql(`
  fragment Applying on AlumniGroup {
    id
    slug
    name
    nameEn
    usualDays
    decidedBy
    questions
    viewerIsMember
    viewerApplication {
      id
      state
    }
    companies {
      id
      name
      nameEn
    }
  }
`);

type ApplyingProps = { group: FragmentType<typeof ApplyingFragment>; /** A time at one of its companies is told already. */ told: boolean };

export function Applying(props: ApplyingProps) {
  const group = readFragment(ApplyingFragment, props.group);
  if (group.viewerIsMember) return <Leaving group={group} />;
  if (group.viewerApplication?.state === "WAITING") return <Waiting group={group} />;
  return <Apply group={group} told={props.told} />;
}

type Named = { id: string; name: string; nameEn: string | null };
type ApplyProps = { group: Named & { usualDays: number; decidedBy: string; questions: readonly string[]; companies: readonly Named[] }; told: boolean };

function Apply({ group, told }: ApplyProps) {
  const { t } = useLingui();
  const { standing } = useMember();
  const draft = useDraft(`apply.${group.id}`, unwritten);
  const { send, ...sent } = useApplying();
  const [writing, setWriting] = useState(false);
  const say = useToast();
  const onSend = async (given: GivenApplication) => {
    if (!(await send({ ...given, group: group.id }))) return false;
    draft.clear();
    say(t`参加を申し込みました。お返事をお待ちください。`);
    return true;
  };
  return (
    <Section title={t`参加するには`}>
      <Quiet>{t`対象の会社・官公庁にいた方なら、どなたでも申し込めます。費用も義務もありません。いつでも退出できます。`}</Quiet>
      {writing || draft.state === "restored" ? (
        <ApplicationForm
          value={draft.value}
          onChange={draft.change}
          questions={group.questions}
          companies={group.companies.map((one) => ({ id: one.id, name: companyName(one) }))}
          told={told}
          decides={{ by: group.decidedBy, days: group.usualDays }}
          verified={standing === "VERIFIED"}
          sent={sent}
          onSend={onSend}
        />
      ) : (
        <Buttons>
          <Button onClick={() => setWriting(true)}>{t`参加の申し込みに進む`}</Button>
        </Buttons>
      )}
    </Section>
  );
}

function Waiting({ group }: { group: Named & { usualDays: number; decidedBy: string } }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const { leave, state, problem, reset } = useLeavingGroup();
  const say = useToast();
  const { decidedBy: by, usualDays: days } = group;
  const onLeave = async () => {
    if (!(await leave(group.id))) return;
    setAsking(false);
    say(t`申し込みを取り下げました。`);
  };
  const close = () => {
    setAsking(false);
    reset();
  };
  return (
    <Notice icon="clock" title={t`参加を申し込んでいます。`}>
      <Stack gap={3}>
        <p>{t`${by}が、通常${days}日ほどで返事をします。`}</p>
        <Buttons>
          <LinkButton href={paths.pending} variant="secondary">{t`いまの状態を見る`}</LinkButton>
          <Button variant="quiet" onClick={() => setAsking(true)}>
            {t`申し込みを取り下げる`}
          </Button>
        </Buttons>
      </Stack>
      <Dialog
        open={asking}
        onClose={close}
        title={t`申し込みを取り下げますか？`}
        actions={
          <Button pending={state !== "idle"} onClick={() => void onLeave()}>
            {t`取り下げる`}
          </Button>
        }
      >
        <p>{t`グループの運営者から、申し込みと回答が見えなくなります。運営者にお知らせは届きません。在籍歴とプロフィールは、そのまま残ります。あとから、もう一度申し込めます。`}</p>
        <FormProblem problem={problem} state={state} />
      </Dialog>
    </Notice>
  );
}

function Leaving({ group }: { group: Named }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const { leave, state, problem, reset } = useLeavingGroup();
  const say = useToast();
  const name = companyName(group);
  const onLeave = async () => {
    if (!(await leave(group.id))) return;
    setAsking(false);
    say(t`「${name}」から退出しました。`);
  };
  const close = () => {
    setAsking(false);
    reset();
  };
  return (
    <div>
      <Button variant="quiet" icon="leave" onClick={() => setAsking(true)}>
        {t`グループから退出する`}
      </Button>
      <Dialog
        open={asking}
        onClose={close}
        title={t`「${name}」から退出しますか？`}
        actions={
          <Button variant="danger" pending={state !== "idle"} onClick={() => void onLeave()}>
            {t`退出する`}
          </Button>
        }
      >
        <Stack gap={3}>
          <p>{t`このグループだけから離れます。グループのメンバーだけに見せている投稿は、読めなくなります。運営者にお知らせは届きません。`}</p>
          <p>{t`在籍歴の確認、つながり、やりとり、ほかのグループは、そのまま残ります。あとから、もう一度申し込めます。`}</p>
          <Quiet>
            <Trans>
              縁側そのものをやめるときは、<Link href={paths.data}>退会</Link>へ。
            </Trans>
          </Quiet>
          <FormProblem problem={problem} state={state} />
        </Stack>
      </Dialog>
    </div>
  );
}
