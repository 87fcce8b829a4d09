/** How one asks for a confirmation: a link for a former colleague, colleagues' home pages, the company's contact; and how one stops. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { type FragmentType, graphql, readFragment } from "~/gql/profile";
import { formatDay } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { useSubmission } from "~/lib/submission";
import { Button, Buttons } from "~/ui/Button";
import { CopyButton } from "~/ui/CopyButton";
import { TextField } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Quiet, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

const AskFragment = graphql(`
  fragment Ask on Affiliation {
    id
    viewerMayAsk
    requests {
      id
      asked
      expiresAt
    }
  }
`);

const AskFor = graphql(`
  mutation AskForConfirmation($input: AskForConfirmationInput!) {
    askForConfirmation(input: $input) {
      ... on ConfirmationAsked {
        token
        affiliation {
          id
          ...Ask
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

const Stop = graphql(`
  mutation StopAsking($input: StopAskingInput!) {
    stopAsking(input: $input) {
      ... on ConfirmationRequestEnded {
        affiliation {
          id
          ...Ask
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

type Way = "LINK" | "COLLEAGUES" | "COMPANY";

export function Ask(props: { affiliation: FragmentType<typeof AskFragment> }) {
  const { t } = useLingui();
  const { id, viewerMayAsk, requests } = readFragment(AskFragment, props.affiliation);
  const ask = useSubmission(AskFor);
  const stop = useSubmission(Stop);
  const say = useToast();
  const [token, setToken] = useState<string | null>(null);
  const language = activeLanguage();
  if (viewerMayAsk.length === 0) return null;
  const send = async (asked: Way) => {
    const outcome = await ask.send({ affiliation: id, asked });
    if (outcome.ok && asked === "LINK") setToken(outcome.data.token);
    if (outcome.ok && asked !== "LINK") say(t`お願いしました。`);
  };
  const end = async (request: string, asked: Way) => {
    if (!(await stop.send({ request })).ok) return;
    if (asked === "LINK") setToken(null);
    say(t`お願いを取り消しました。`);
  };
  const explained: Record<Way, string> = {
    LINK: t`リンクを、元同僚の方に送ってください。開けるのは、同じ会社の在籍歴を確認されたメンバーだけです。その人に、お名前（在籍時のお名前も）・会社・期間・所属が見えます。`,
    COLLEAGUES: t`同じ会社で在籍期間の重なるメンバーのホームに、お名前（在籍時のお名前も）・会社・期間・所属が出ます。見せない会社・人と、ブロックした相手には出ません。`,
    COMPANY: t`グループの会社側窓口に、お名前（在籍時のお名前も）・会社・期間・所属が見えます。ほかのことは見えません。`,
  };
  const actions: Record<Way, string> = { LINK: t`確認用のリンクを作る`, COLLEAGUES: t`元同僚のホームに出す`, COMPANY: t`会社の窓口にお願いする` };
  const labels: Record<Way, string> = { LINK: t`リンク`, COLLEAGUES: t`元同僚のホーム`, COMPANY: t`会社の窓口` };
  return (
    <Stack gap={3}>
      {viewerMayAsk.map((way) => {
        const open = requests.find(({ asked }) => asked === way);
        const until = open ? formatDay(open.expiresAt, language) : "";
        const label = labels[way];
        return (
          <Stack key={way} gap={2}>
            <Quiet>{explained[way]}</Quiet>
            {way === "LINK" && token && open ? <Made token={token} /> : null}
            {open ? <Quiet>{t`${label}：${until}までお願いしています。`}</Quiet> : null}
            <Buttons>
              {open && way !== "LINK" ? null : (
                <Button variant="secondary" pending={ask.state !== "idle"} onClick={() => void send(way)}>
                  {open ? t`新しいリンクを作る（前のリンクは使えなくなります）` : actions[way]}
                </Button>
              )}
              {open ? (
                <Button variant="quiet" pending={stop.state !== "idle"} onClick={() => void end(open.id, way)} aria-label={t`お願いを取り消す：${label}`}>
                  {t`お願いを取り消す`}
                </Button>
              ) : null}
            </Buttons>
          </Stack>
        );
      })}
      <FormProblem problem={ask.problem ?? stop.problem} state={ask.state === "idle" ? stop.state : ask.state} />
    </Stack>
  );
}

function Made({ token }: { token: string }) {
  const { t } = useLingui();
  const address = `${location.origin}${paths.asked(token)}`;
  return (
    <Stack gap={2}>
      <TextField label={t`元同僚に送るリンク`} hint={t`この画面を離れると、もう表示されません。`} value={address} onChange={() => undefined} readOnly onFocus={(event) => event.target.select()} />
      <div>
        <CopyButton text={address} done={t`リンクをコピーしました。`}>
          {t`リンクをコピーする`}
        </CopyButton>
      </div>
    </Stack>
  );
}
