/** The authenticator app: set up by a picture or a key and its first code, and removed. */
import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";

import { graphql } from "~/gql/account";
import { NOW, useSubmission } from "~/lib/submission";
import { useSession } from "~/lib/viewer";
import { Button, Buttons } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { Dialog } from "~/ui/Dialog";
import { TextField } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Section } from "~/ui/Page";
import { Confirmed } from "~/ui/PersonName";
import { Quiet, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import style from "./App.module.css";

const BeginTotp = graphql(`
  mutation BeginTotp($input: BeginTotpInput!) {
    beginTotp(input: $input) {
      ... on TotpBegun {
        secret
        uri
        qrCode
      }
      ... on Problem {
        message
        code
      }
    }
  }
`);

const ConfirmTotp = graphql(`
  mutation ConfirmTotp($input: ConfirmTotpInput!) {
    confirmTotp(input: $input) {
      ... on TotpConfirmed {
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

const RemoveTotp = graphql(`
  mutation RemoveTotp($input: RemoveTotpInput!) {
    removeTotp(input: $input) {
      ... on TotpRemoved {
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

type Begun = { secret: string; uri: string; qrCode: string };

export function App({ there, proven, onChange }: { there: boolean; proven: boolean; onChange: () => void }) {
  const { t } = useLingui();
  const begin = useSubmission(BeginTotp, NOW);
  const [begun, setBegun] = useState<Begun | null>(null);
  const start = async () => {
    const outcome = await begin.send({});
    if (outcome.ok) setBegun(outcome.data);
  };
  const done = () => {
    setBegun(null);
    onChange();
  };
  return (
    <Section title={t`認証アプリ`}>
      <Quiet>{t`30秒ごとに変わる6桁の番号で、ご本人であることを確かめます。お使いのアプリを選べます。`}</Quiet>
      {there ? <Remove proven={proven} onChange={onChange} /> : null}
      {!there && begun && proven ? <SetUp begun={begun} onDone={done} /> : null}
      <FormProblem problem={begin.problem} state={begin.state} />
      {!there && !begun && proven ? (
        <div>
          <Button variant="secondary" pending={begin.state !== "idle"} onClick={() => void start()}>
            {t`認証アプリを登録する`}
          </Button>
        </div>
      ) : null}
    </Section>
  );
}

function SetUp({ begun, onDone }: { begun: Begun; onDone: () => void }) {
  const { t } = useLingui();
  const { reread } = useSession();
  const confirm = useSubmission(ConfirmTotp, NOW);
  const [code, setCode] = useState("");
  const say = useToast();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await confirm.send({ totp: code })).ok) return;
    say(t`認証アプリを登録しました。`);
    onDone();
    reread();
  };
  return (
    <Card>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap={4}>
          <p>{t`アプリでこの図を読み取るか、キーを入力してください。`}</p>
          <img className={style.picture} src={begun.qrCode} alt={t`認証アプリで読み取る図`} />
          <p>
            <Quiet as="span">{t`キー`}</Quiet> <code className={style.key}>{begun.secret}</code>
          </p>
          <p>
            <a href={begun.uri}>{t`この端末のアプリで開く`}</a>
          </p>
          <TextField
            label={t`アプリに表示された6桁の番号`}
            name="totp"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={16}
            value={code}
            onChange={setCode}
            error={confirm.errorAt("totp")}
          />
          <FormProblem problem={confirm.problem} state={confirm.state} placed={["totp"]} />
          <div>
            <Button type="submit" pending={confirm.state !== "idle"}>
              {t`登録する`}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  );
}

function Remove({ proven, onChange }: { proven: boolean; onChange: () => void }) {
  const { t } = useLingui();
  const { reread } = useSession();
  const [asking, setAsking] = useState(false);
  const remove = useSubmission(RemoveTotp, NOW);
  const say = useToast();
  const end = async () => {
    if (!(await remove.send({})).ok) return;
    setAsking(false);
    say(t`認証アプリを外しました。`);
    onChange();
    reread();
  };
  return (
    <>
      <Confirmed>{t`登録ずみ`}</Confirmed>
      {proven ? (
        <Buttons>
          <Button variant="quiet" onClick={() => setAsking(true)}>
            {t`認証アプリを外す`}
          </Button>
        </Buttons>
      ) : null}
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t`認証アプリを外しますか？`}
        actions={
          <Button variant="danger" pending={remove.state !== "idle"} onClick={() => void end()}>
            {t`外す`}
          </Button>
        }
      >
        <p>{t`アプリの番号では、本人確認ができなくなります。`}</p>
        <FormProblem problem={remove.problem} state={remove.state} />
      </Dialog>
    </>
  );
}
