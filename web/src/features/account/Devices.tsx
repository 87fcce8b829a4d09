/** Where one is signed in, and signing out: here, on another device, or everywhere. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { type FragmentType, graphql, readFragment } from "~/gql/account";
import { formatAgo, formatDay } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { useLeave } from "~/lib/leaving";
import { NOW, useSubmission } from "~/lib/submission";
import { Button, Buttons } from "~/ui/Button";
import { Card, CardList } from "~/ui/Card";
import { Dialog } from "~/ui/Dialog";
import { FormProblem } from "~/ui/FormProblem";
import { Section } from "~/ui/Page";
import { Tag } from "~/ui/Tag";
import { Quiet, Row, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

const DeviceFragment = graphql(`
  fragment Device on Session {
    id
    device
    method
    createdAt
    lastSeenAt
    current
  }
`);

const SignOut = graphql(`
  mutation SignOut($input: SignOutInput!) {
    signOut(input: $input) {
      ... on SignedOut {
        ok
      }
      ... on Problem {
        message
        code
      }
    }
  }
`);

const SignOutEverywhere = graphql(`
  mutation SignOutEverywhere($input: SignOutEverywhereInput!) {
    signOutEverywhere(input: $input) {
      ... on SignedOutEverywhere {
        ok
      }
      ... on Problem {
        message
        code
      }
    }
  }
`);

const EndSession = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      ... on SessionEnded {
        session
      }
      ... on Problem {
        message
        code
      }
    }
  }
`);

type DevicesProps = { sessions: readonly ({ id: string } & FragmentType<typeof DeviceFragment>)[]; onChange: () => void };

export function Devices({ sessions, onChange }: DevicesProps) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const signOut = useSubmission(SignOut, NOW);
  const everywhere = useSubmission(SignOutEverywhere, NOW);
  const end = useSubmission(EndSession, NOW);
  const leave = useLeave();
  const say = useToast();

  const endOne = async (session: string) => {
    const outcome = await end.send({ session });
    if (!outcome.ok) return;
    say(t`その端末からログアウトしました。`);
    onChange();
  };

  return (
    <Section title={t`ログインしている端末`}>
      <CardList>
        {sessions.map((session) => (
          <SessionCard key={session.id} session={session} onEnd={() => void endOne(session.id)} pending={end.state !== "idle"} />
        ))}
      </CardList>
      <FormProblem problem={end.problem ?? signOut.problem} state={signOut.state} />
      <Quiet>{t`ログアウトすると、この端末に残っている下書きも消えます。`}</Quiet>
      <Buttons>
        <Button variant="secondary" icon="leave" pending={signOut.state !== "idle"} onClick={() => void signOut.send({}).then((outcome) => outcome.ok && leave())}>
          {t`この端末からログアウトする`}
        </Button>
        <Button variant="danger" onClick={() => setAsking(true)}>
          {t`すべての端末からログアウトする`}
        </Button>
      </Buttons>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t`すべての端末からログアウトしますか？`}
        actions={
          <Button variant="danger" pending={everywhere.state !== "idle"} onClick={() => void everywhere.send({}).then((outcome) => outcome.ok && leave())}>
            {t`ログアウトする`}
          </Button>
        }
      >
        <p>{t`この端末も含めて、すぐにログアウトします。もう一度使うときは、またログインしてください。`}</p>
        <FormProblem problem={everywhere.problem} state={everywhere.state} />
      </Dialog>
    </Section>
  );
}

type SessionCardProps = { session: FragmentType<typeof DeviceFragment>; onEnd: () => void; pending: boolean };

function SessionCard({ session: given, onEnd, pending }: SessionCardProps) {
  const { t } = useLingui();
  const session = readFragment(DeviceFragment, given);
  const seen = formatAgo(session.lastSeenAt, activeLanguage());
  const since = formatDay(session.createdAt, activeLanguage());
  const { device } = session;
  return (
    <Card as="li">
      <Row ends>
        <Stack gap={1}>
          <p>
            <strong>{device}</strong> {session.current ? <Tag tone="bamboo">{t`この端末`}</Tag> : null}
          </p>
          <Quiet>{session.method === "PASSKEY" ? t`${since}にパスキーでログイン・最後に使ったのは${seen}` : t`${since}にログイン・最後に使ったのは${seen}`}</Quiet>
        </Stack>
        {session.current ? null : (
          <Button variant="quiet" pending={pending} onClick={onEnd} aria-label={t`ログアウトする：${device}`}>
            {t`ログアウトする`}
          </Button>
        )}
      </Row>
    </Card>
  );
}
