/** One thing that waits for my answer: somebody raised a hand, recorded an agreement, or wrote. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/welcome";
import { formatAgo } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { useOther } from "~/lib/other";
import { paths } from "~/lib/paths";
import { useSubmission } from "~/lib/submission";
import { Avatar } from "~/ui/Avatar";
import { Button, Buttons, LinkButton } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { FormProblem } from "~/ui/FormProblem";
import { nameLanguage } from "~/ui/PersonName";
import { Quiet, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import style from "./Waiting.module.css";

const WaitingFragment = graphql(`
  fragment Waiting on Response {
    id
    note
    state
    unread
    lastActivityAt
    viewerIsAuthor
    viewerMay
    viewerAgreed
    otherAgreed
    responder {
      id
      name
      photo {
        small
        large
      }
    }
    responderLabel {
      text
    }
    author {
      id
      name
      photo {
        small
        large
      }
    }
    opportunity {
      id
      title
      kind
      direction
    }
  }
`);

const TakeUp = graphql(`
  mutation HomeTakeUp($input: TakeUpTalkInput!) {
    takeUpTalk(input: $input) {
      ... on TalkTakenUp {
        response {
          id
          state
          viewerMay
          responder {
            id
            name
          }
          responderLabel {
            text
          }
          conversation {
            id
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

const Decline = graphql(`
  mutation HomeDecline($input: DeclineResponseInput!) {
    declineResponse(input: $input) {
      ... on ResponseDeclined {
        response {
          id
          state
          viewerMay
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

export function Waiting(props: { response: FragmentType<typeof WaitingFragment> }) {
  const { t } = useLingui();
  const response = readFragment(WaitingFragment, props.response);
  const takeUp = useSubmission(TakeUp);
  const decline = useSubmission(Decline);
  const say = useToast();
  const { name, who, person: other, nameless } = useOther(response);
  const ago = formatAgo(response.lastActivityAt, activeLanguage());
  const { note, viewerMay } = response;
  const input = { response: response.id };
  return (
    <Card as="li">
      <Stack gap={3}>
        <div className={style.waiting}>
          <Avatar name={nameless ? "" : name} photo={other?.photo?.small} />
          <div className={style.text}>
            <p>
              <What response={response} name={name} nameless={nameless} />
            </p>
            {response.state === "RESPONDED" && note ? <Quiet>{t`「${note}」`}</Quiet> : null}
            <Quiet>
              {ago} {other ? <Link href={paths.person(other.id)}>{t`プロフィール`}</Link> : null}
            </Quiet>
          </div>
        </div>
        <FormProblem problem={takeUp.problem ?? decline.problem} state={takeUp.state === "idle" ? decline.state : takeUp.state} />
        {viewerMay.includes("TAKE_UP") ? (
          <Buttons>
            <Button pending={takeUp.state !== "idle"} onClick={() => void takeUp.send(input).then(({ ok }) => ok && say(t`やりとりを始めました。`))}>
              {t`やりとりを始める`}
            </Button>
            <Button
              variant="quiet"
              pending={decline.state !== "idle"}
              onClick={() => void decline.send(input).then(({ ok }) => ok && say(t`見送りました。${who}にお知らせします。`))}
            >
              {t`見送る`}
            </Button>
          </Buttons>
        ) : (
          <Buttons>
            <LinkButton variant="secondary" href={paths.response(response.id)}>
              {t`やりとりを開く`}
            </LinkButton>
          </Buttons>
        )}
      </Stack>
    </Card>
  );
}

type WhatProps = {
  response: { state: string; otherAgreed: boolean; viewerAgreed: boolean; opportunity: { id: string; title: string; kind: string; direction: string } | null };
  name: string;
  nameless: boolean;
};

function What({ response, name, nameless }: WhatProps) {
  const { opportunity } = response;
  const person = <strong lang={nameLanguage(name)}>{name}</strong>;
  const title = opportunity ? <Link href={paths.opportunity(opportunity.id)}>{opportunity.title}</Link> : null;
  if (response.state !== "RESPONDED") {
    if (response.otherAgreed && !response.viewerAgreed) return <Trans>{person}さんが、{title}がまとまったことを記録しました。あなたの記録を待っています。</Trans>;
    return <Trans>{person}さんから、{title}のやりとりに新しいメッセージがあります。</Trans>;
  }
  if (nameless) return <Nameless person={person} title={title} kind={opportunity?.kind} direction={opportunity?.direction} />;
  if (opportunity?.kind === "HIRING") return <Trans>{person}さんが、{title}の話を聞きたいそうです。</Trans>;
  if (opportunity?.direction === "OFFERING") return <Trans>{person}さんが、{title}について相談したいそうです。</Trans>;
  return <Trans>{person}さんが、{title}に手を挙げました。</Trans>;
}

type NamelessProps = { person: ReactNode; title: ReactNode; kind: string | undefined; direction: string | undefined };

/** The same of somebody whose name is not told yet. */
function Nameless({ person, title, kind, direction }: NamelessProps) {
  if (kind === "HIRING") return <Trans>{person}の方が、{title}の話を聞きたいそうです。</Trans>;
  if (direction === "OFFERING") return <Trans>{person}の方が、{title}について相談したいそうです。</Trans>;
  return <Trans>{person}の方が、{title}に手を挙げました。</Trans>;
}
