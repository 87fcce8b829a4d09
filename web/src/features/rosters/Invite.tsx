/** Who waits for an invitation, and the one button that sends them; before it is pressed the page says who gets what. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { type FragmentType, graphql, readFragment } from "~/gql/rosters";
import type { EntryState } from "~/gql/rosters/graphql";
import { useSubmission } from "~/lib/submission";
import { Button, Buttons } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { FormProblem } from "~/ui/FormProblem";
import { Section } from "~/ui/Page";
import { Quiet, Stack, Terms } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { useStateWords } from "./states";

const CountsFragment = graphql(`
  fragment RosterCounts on GroupRoster {
    counts {
      state
      count
    }
    mayInvite
  }
`);

const SendInvitations = graphql(`
  mutation SendInvitations($input: SendInvitationsInput!) {
    sendInvitations(input: $input) {
      ... on InvitationsSent {
        roster {
          ...RosterCounts
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

type InviteProps = { group: string; roster: FragmentType<typeof CountsFragment> };

export function Invite({ group, roster }: InviteProps) {
  const { t } = useLingui();
  const words = useStateWords();
  const say = useToast();
  const [asking, setAsking] = useState(false);
  const send = useSubmission(SendInvitations);
  const { counts, mayInvite } = readFragment(CountsFragment, roster);
  const countOf = (state: EntryState) => counts.find((each) => each.state === state)?.count ?? 0;
  const waiting = countOf("WAITING");
  const next = Math.min(waiting, mayInvite);
  const submit = async () => {
    const outcome = await send.send({ group, most: next });
    setAsking(false);
    if (outcome.ok) say(t`招待を送りました。`);
  };
  return (
    <Section title={t`招待`}>
      <Stack gap={4}>
        <Terms
          terms={counts.map(({ state, count: listed }) => ({ key: state, label: words[state], value: t`${plural(listed, { other: "#人" })}` }))}
        />
        <FormProblem problem={send.problem} state={send.state} />
        {next > 0 ? (
          <Buttons>
            <Button icon="mail" onClick={() => setAsking(true)}>
              {t`${plural(next, { other: "#人" })}に招待のメールを送る`}
            </Button>
          </Buttons>
        ) : waiting > 0 ? null : (
          <Quiet>{t`いま招待を送る方はいません。`}</Quiet>
        )}
        {waiting > mayInvite ? <Quiet>{t`1つのグループから送れるのは、24時間に1,000通までです。残りの方には、前に送ってから24時間たつと送れます。`}</Quiet> : null}
      </Stack>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t`${plural(next, { other: "#人" })}に招待のメールを送りますか？`}
        actions={
          <Button pending={send.state !== "idle"} onClick={() => void submit()}>
            {t`送る`}
          </Button>
        }
      >
        <Stack gap={3}>
          <p>{t`メールはグループの名前で届きます（担当者名は出ません）。名簿にあったために送っていることと、今後の招待を受け取らない方法も書いてあります。`}</p>
          <p>{t`参加した方の在籍歴は、グループの名前で「運営者が確認」になります。`}</p>
        </Stack>
      </Dialog>
    </Section>
  );
}
