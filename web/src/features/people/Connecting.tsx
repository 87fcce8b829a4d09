/** How I stand to a person, and the one step from there: asking, waiting, or answering. Nobody else sees any of it. */
import { useLingui } from "@lingui/react/macro";

import { type FragmentType, graphql, readFragment } from "~/gql/people";
import { formatMonth, monthOf } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { useSubmission } from "~/lib/submission";
import { Button, Buttons } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { FormProblem } from "~/ui/FormProblem";
import { textLanguage } from "~/ui/language";
import { Notice } from "~/ui/Notice";
import { Confirmed } from "~/ui/PersonName";
import { Quiet, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { AskToConnect } from "./AskToConnect";

const ConnectingFragment = graphql(`
  fragment Connecting on Person {
    id
    name
    viewerConnection {
      state
      since
      note
    }
  }
`);

const Accept = graphql(`
  mutation AcceptConnection($input: AcceptConnectionInput!) {
    acceptConnection(input: $input) {
      ... on ConnectionAccepted {
        person {
          ...OpenToConnections
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
  mutation DeclineConnection($input: DeclineConnectionInput!) {
    declineConnection(input: $input) {
      ... on ConnectionDeclined {
        person {
          id
          ...Connecting
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

const Withdraw = graphql(`
  mutation WithdrawConnectionRequest($input: WithdrawConnectionRequestInput!) {
    withdrawConnectionRequest(input: $input) {
      ... on ConnectionRequestWithdrawn {
        person {
          id
          ...Connecting
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

type Someone = { id: string; name: string };

export function Connecting(props: { person: FragmentType<typeof ConnectingFragment> }) {
  const { id, name, viewerConnection } = readFragment(ConnectingFragment, props.person);
  if (!viewerConnection) return null;
  const { state, since, note } = viewerConnection;
  if (state === "CONNECTED") return <Connected since={since} />;
  if (state === "ASKS_VIEWER") return <AsksMe id={id} name={name} note={note} />;
  if (state === "ASKED") return <Asked id={id} note={note} />;
  return <AskToConnect id={id} name={name} />;
}

function Note({ note }: { note: string | null }) {
  const { t } = useLingui();
  return note ? <p lang={textLanguage(note)}>{t`「${note}」`}</p> : null;
}

function AsksMe({ id, name, note }: Someone & { note: string | null }) {
  const { t } = useLingui();
  const say = useToast();
  const accept = useSubmission(Accept);
  const decline = useSubmission(Decline);
  const input = { member: id };
  return (
    <Card label={t`つながりの申し込み`}>
      <Stack gap={3}>
        <p>{t`${name}さんから、つながりの申し込みが届いています。`}</p>
        <Note note={note} />
        <FormProblem problem={accept.problem ?? decline.problem} state={accept.state === "idle" ? decline.state : accept.state} />
        <Buttons>
          <Button pending={accept.state !== "idle"} onClick={() => void accept.send(input).then(({ ok }) => ok && say(t`${name}さんとつながりました。`))}>
            {t`つながる`}
          </Button>
          <Button variant="quiet" pending={decline.state !== "idle"} onClick={() => void decline.send(input).then(({ ok }) => ok && say(t`見送りました。相手には伝わりません。`))}>
            {t`見送る`}
          </Button>
        </Buttons>
        <Quiet>{t`つながると、「選んだグループ・会社」「自分のグループ」「つながりのある人」に見せている項目が、おたがいに見えます。見送っても、相手には伝わりません。`}</Quiet>
      </Stack>
    </Card>
  );
}

function Asked({ id, note }: { id: string; note: string | null }) {
  const { t } = useLingui();
  const say = useToast();
  const withdraw = useSubmission(Withdraw);
  return (
    <Notice icon="clock" title={t`つながりを申し込みました。お返事を待っています。`}>
      <Stack gap={2}>
        <Note note={note} />
        <FormProblem problem={withdraw.problem} state={withdraw.state} />
        <Buttons>
          <Button variant="quiet" pending={withdraw.state !== "idle"} onClick={() => void withdraw.send({ member: id }).then(({ ok }) => ok && say(t`申し込みを取り下げました。`))}>
            {t`申し込みを取り下げる`}
          </Button>
        </Buttons>
      </Stack>
    </Notice>
  );
}

function Connected({ since }: { since: string | null }) {
  const { t } = useLingui();
  const month = since ? formatMonth(monthOf(since), activeLanguage()) : "";
  return (
    <p>
      <Confirmed>{t`つながっています（${month}から）`}</Confirmed>
    </p>
  );
}
