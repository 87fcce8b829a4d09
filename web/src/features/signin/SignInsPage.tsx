/** Where one is signed in, and signing out: here, on another device, or everywhere. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/signin";
import { formatAgo, formatDay } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { useLeave } from "~/lib/leaving";
import { paths } from "~/lib/paths";
import { errorIdOf, useSubmission } from "~/lib/submission";
import { Button, Buttons } from "~/ui/Button";
import { Card, CardList } from "~/ui/Card";
import { Dialog } from "~/ui/Dialog";
import { FormProblem } from "~/ui/FormProblem";
import { Page } from "~/ui/Page";
import { ErrorState, Loading } from "~/ui/States";
import { Tag } from "~/ui/Tag";
import { Quiet, Row, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { Identities } from "./Identities";

const SignInsQuery = graphql(`
  query SignIns {
    viewer {
      id
      email
      sessions {
        id
        device
        createdAt
        lastSeenAt
        current
      }
    }
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

export function SignInsPage() {
  const { t } = useLingui();
  const [{ data, error }, again] = useQuery({ query: SignInsQuery, requestPolicy: "cache-and-network" });
  const [asking, setAsking] = useState(false);
  const signOut = useSubmission(SignOut);
  const everywhere = useSubmission(SignOutEverywhere);
  const end = useSubmission(EndSession);
  const leave = useLeave();
  const say = useToast();

  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data?.viewer) return <Loading />;
  const { email, sessions } = data.viewer;

  const endOne = async (session: string) => {
    const outcome = await end.send({ session });
    if (!outcome.ok) return;
    say(t`その端末からログアウトしました。`);
    again({ requestPolicy: "network-only" });
  };

  return (
    <Page title={t`ログインしている端末`} back={paths.me} lead={email} narrow>
      <CardList>
        {sessions.map((session) => (
          <SessionCard key={session.id} session={session} onEnd={() => void endOne(session.id)} pending={end.state !== "idle"} />
        ))}
      </CardList>
      <Identities />
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
        <p>{t`この端末も含めて、すぐにログアウトします。もう一度使うときは、メールでログインしてください。`}</p>
        <FormProblem problem={everywhere.problem} state={everywhere.state} />
      </Dialog>
    </Page>
  );
}

type SessionCardProps = { session: { id: string; device: string; createdAt: string; lastSeenAt: string; current: boolean }; onEnd: () => void; pending: boolean };

function SessionCard({ session, onEnd, pending }: SessionCardProps) {
  const { t } = useLingui();
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
          <Quiet>{t`${since}にログイン・最後に使ったのは${seen}`}</Quiet>
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
