/** Somebody who responded, as the author sees them: who, their note, and both answers. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/opportunities";
import { companyName } from "~/lib/companies";
import { formatAgo } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { useOther } from "~/lib/other";
import { paths } from "~/lib/paths";
import { useSubmission } from "~/lib/submission";
import { responseWords } from "~/lib/words";
import { Button, Buttons, LinkButton } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { Dialog } from "~/ui/Dialog";
import { FormProblem } from "~/ui/FormProblem";
import { PersonName } from "~/ui/PersonName";
import { Fresh } from "~/ui/Pill";
import { Quiet, Row, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";
import { textLanguage } from "~/ui/language";

const RespondedFragment = graphql(`
  fragment Responded on Response {
    id
    note
    state
    respondedAt
    viewerMay
    viewerIsAuthor
    conversation {
      id
      unread
    }
    responderLabel {
      text
    }
    responder {
      id
      name
      reading
      affiliations {
        id
        verification
        company {
          id
          name
          nameEn
        }
      }
    }
  }
`);

const TakeUp = graphql(`
  mutation TakeUpResponse($input: TakeUpTalkInput!) {
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
  mutation DeclineResponded($input: DeclineResponseInput!) {
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

export function Responded(props: { response: FragmentType<typeof RespondedFragment> }) {
  const { t, i18n } = useLingui();
  const language = activeLanguage();
  const [, go] = useLocation();
  const [declining, setDeclining] = useState(false);
  const takeUp = useSubmission(TakeUp);
  const response = readFragment(RespondedFragment, props.response);
  const { id, note, state, respondedAt, viewerMay, conversation, responder } = response;
  const { name, who, nameless } = useOther(response);
  const companies = (responder?.affiliations ?? [])
    .filter(({ verification }) => verification !== "SELF_DECLARED")
    .map(({ company }) => companyName(company))
    .join(language === "ja" ? "・" : ", ");
  const start = async () => {
    if ((await takeUp.send({ response: id })).ok) go(paths.response(id));
  };
  return (
    <Card as="li">
      <Stack gap={3}>
        <Row ends>
          <PersonName name={name} plain={nameless ? "" : name} reading={responder?.reading} href={responder ? paths.person(responder.id) : undefined}>
            {companies ? <p>{t`${companies}出身`}</p> : null}
          </PersonName>
          <Quiet as="span">
            {(conversation?.unread ?? 0) > 0 ? <Fresh>{t`未読`}</Fresh> : i18n._(responseWords[state])} {formatAgo(respondedAt, language)}
          </Quiet>
        </Row>
        <p lang={textLanguage(note)}>{t`「${note}」`}</p>
        {nameless && viewerMay.includes("TAKE_UP") ? <Quiet>{t`お名前は、やりとりを始めると見えます。`}</Quiet> : null}
        <FormProblem problem={takeUp.problem} state={takeUp.state} />
        <Buttons>
          {viewerMay.includes("TAKE_UP") ? (
            <>
              <Button pending={takeUp.state !== "idle"} onClick={() => void start()}>{t`やりとりを始める`}</Button>
              <Button variant="quiet" onClick={() => setDeclining(true)}>{t`見送る`}</Button>
            </>
          ) : (
            <LinkButton href={paths.response(id)} variant="secondary">{t`やりとりを開く`}</LinkButton>
          )}
        </Buttons>
      </Stack>
      <DeclineDialog id={id} who={who} open={declining} onClose={() => setDeclining(false)} />
    </Card>
  );
}

function DeclineDialog({ id, who, open, onClose }: { id: string; who: string; open: boolean; onClose: () => void }) {
  const { t } = useLingui();
  const say = useToast();
  const decline = useSubmission(Decline);
  const send = async () => {
    if (!(await decline.send({ response: id })).ok) return;
    onClose();
    say(t`見送りました。`);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t`${who}のお返事を見送りますか？`}
      actions={
        <Button pending={decline.state !== "idle"} onClick={() => void send()}>
          {t`見送る`}
        </Button>
      }
    >
      <Stack gap={4}>
        <p>{t`${who}には、見送りになったことだけが届きます。元には戻せません。`}</p>
        <FormProblem problem={decline.problem} state={decline.state} />
      </Stack>
    </Dialog>
  );
}
