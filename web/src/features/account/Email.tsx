/** The address that signs in, and how it is changed: both addresses confirm, each by its own mail. */
import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";

import { type FragmentType, graphql, readFragment } from "~/gql/account";
import { NOW, useSubmission } from "~/lib/submission";
import { Button, Buttons } from "~/ui/Button";
import { TextField } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Notice } from "~/ui/Notice";
import { Section } from "~/ui/Page";
import { Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

const UnderWayFragment = graphql(`
  fragment EmailUnderWay on EmailChange {
    newEmail
    oldConfirmed
    newConfirmed
  }
`);

const RequestEmailChange = graphql(`
  mutation RequestEmailChange($input: RequestEmailChangeInput!) {
    requestEmailChange(input: $input) {
      ... on EmailChangeRequested {
        viewer {
          id
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

const CancelEmailChange = graphql(`
  mutation CancelEmailChange($input: CancelEmailChangeInput!) {
    cancelEmailChange(input: $input) {
      ... on EmailChangeCancelled {
        viewer {
          id
        }
      }
      ... on Problem {
        message
        code
      }
    }
  }
`);

type EmailProps = { email: string; change: FragmentType<typeof UnderWayFragment> | null; proven: boolean; onChange: () => void };

export function Email({ email, change, proven, onChange }: EmailProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const request = useSubmission(RequestEmailChange, NOW);
  const [wanted, setWanted] = useState("");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const outcome = await request.send({ email: wanted });
    if (!outcome.ok) return;
    setOpen(false);
    setWanted("");
    onChange();
  };
  return (
    <Section title={t`メールアドレス`}>
      <p>{email}</p>
      {change ? <UnderWay change={change} onChange={onChange} /> : null}
      {open && proven ? (
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Stack gap={4}>
            <TextField
              label={t`新しいメールアドレス`}
              hint={t`今までのものと新しいもの、両方に確認のメールを送ります。`}
              type="email"
              name="email"
              autoComplete="email"
              inputMode="email"
              value={wanted}
              onChange={setWanted}
              error={request.errorAt("email")}
            />
            <FormProblem problem={request.problem} state={request.state} placed={["email"]} />
            <Buttons>
              <Button type="submit" icon="mail" pending={request.state !== "idle"}>
                {t`確認のメールを送る`}
              </Button>
              <Button variant="quiet" onClick={() => setOpen(false)}>
                {t`戻る`}
              </Button>
            </Buttons>
          </Stack>
        </form>
      ) : null}
      {proven && !open ? (
        <div>
          <Button variant="secondary" onClick={() => setOpen(true)}>
            {t`メールアドレスを変える`}
          </Button>
        </div>
      ) : null}
    </Section>
  );
}

function UnderWay({ change: given, onChange }: { change: FragmentType<typeof UnderWayFragment>; onChange: () => void }) {
  const { t } = useLingui();
  const { newEmail, oldConfirmed, newConfirmed } = readFragment(UnderWayFragment, given);
  const cancel = useSubmission(CancelEmailChange, NOW);
  const say = useToast();
  const end = async () => {
    if (!(await cancel.send({})).ok) return;
    say(t`変更を取り消しました。`);
    onChange();
  };
  const waiting = oldConfirmed
    ? t`今までのメールアドレスは確認ずみです。新しいほうに届いたメールのリンクを開いてください。`
    : newConfirmed
      ? t`新しいメールアドレスは確認ずみです。今までのほうに届いたメールのリンクを開いてください。`
      : t`両方に届いたメールのリンクを開いてください。24時間のうちに両方で確認すると、変更されます。`;
  return (
    <Notice icon="mail" title={t`${newEmail}に変える手続きの途中です。`}>
      <Stack gap={3}>
        <p>{waiting}</p>
        <FormProblem problem={cancel.problem} state={cancel.state} />
        <div>
          <Button variant="quiet" pending={cancel.state !== "idle"} onClick={() => void end()}>
            {t`変更を取り消す`}
          </Button>
        </div>
      </Stack>
    </Notice>
  );
}
