/** Leaving: what others learn, what goes and what stays is said before; who asks shows once more who they are. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { graphql } from "~/gql/data";
import { paths } from "~/lib/paths";
import { useSubmission } from "~/lib/submission";
import { useSession } from "~/lib/viewer";
import { Button, Buttons, LinkButton } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { FormProblem } from "~/ui/FormProblem";
import { Section } from "~/ui/Page";
import { Quiet, Stack } from "~/ui/Text";

import style from "./Data.module.css";
import { Proof } from "./Proof";

const Ask = graphql(`
  mutation AskDeparture($input: AskDepartureInput!) {
    askDeparture(input: $input) {
      ... on DepartureAsked {
        viewer {
          id
          departure {
            erasedAt
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

export function Leave({ email, hasFactor }: { email: string; hasFactor: boolean }) {
  const { t } = useLingui();
  const { renew } = useSession();
  const ask = useSubmission(Ask);
  const [open, setOpen] = useState(false);
  const unproven = ask.problem?.kind === "refused" && ask.problem.name === "NotAllowed";
  const send = async () => {
    if ((await ask.send({})).ok) renew();
  };
  const close = () => {
    setOpen(false);
    ask.reset();
  };
  return (
    <Section title={t`退会する`}>
      <Stack gap={4}>
        <p>{t`グループを抜けるだけなら、退会はいりません。在籍歴を取り下げると、そのグループから抜けられます。`}</p>
        <p>{t`データのファイルは、手続き中の14日のあいだも受け取れます。`}</p>
        <Told />
        <Buttons>
          <Button variant="secondary" onClick={() => setOpen(true)}>{t`退会へ進む`}</Button>
        </Buttons>
      </Stack>
      <Dialog
        open={open}
        onClose={close}
        title={t`退会しますか？`}
        actions={
          unproven ? undefined : (
            <Button pending={ask.state !== "idle"} onClick={() => void send()}>
              {t`退会する`}
            </Button>
          )
        }
      >
        <Stack gap={4}>
          <p>{t`すぐに、ほかのメンバーから見えなくなります。14日のあいだは、ログインすれば取りやめられます。そのあとは、元に戻せません。`}</p>
          <FormProblem problem={ask.problem} state={ask.state} />
          {unproven && !hasFactor ? <Proof email={email} onProven={() => void send()} /> : null}
          {unproven && hasFactor ? <LinkButton href={paths.signIns} variant="secondary" icon="lock">{t`ログインと安全で確認する`}</LinkButton> : null}
        </Stack>
      </Dialog>
    </Section>
  );
}

/** What others learn, what goes, what stays. */
function Told() {
  const { t } = useLingui();
  return (
    <Stack gap={3}>
      <h3 className={style.heading}>{t`だれに何が伝わるか`}</h3>
      <ul className={style.list}>
        <li>{t`だれにも通知は届きません。お名前、プロフィール、募集は、運営者と事務局も含めて、ほかの人には見えなくなります。`}</li>
        <li>{t`やりとりの相手には、お名前のかわりに「退会したメンバー」と出ます。14日のあいだは、相手はそのやりとりに書けません。`}</li>
      </ul>
      <h3 className={style.heading}>{t`14日後に消えるもの`}</h3>
      <ul className={style.list}>
        <li>{t`お名前、メールアドレス、プロフィール、在籍歴、つながり、お知らせ、ログインの記録。`}</li>
        <li>{t`あなたの募集、手を挙げたときのひとこと、メッセージ、運営者や事務局へのお知らせの文。`}</li>
      </ul>
      <h3 className={style.heading}>{t`残るもの`}</h3>
      <ul className={style.list}>
        <li>{t`ほかの人が書いたことば。あなたに宛てたメッセージも、書いた人のもとに残ります。だれに宛てたかは残りません。`}</li>
        <li>{t`運営者や事務局として記録した判断と理由。だれの判断かは残りません。`}</li>
      </ul>
      <Quiet>{t`グループの運営者や事務局があなただけのときは、先に引き継ぎが必要です。`}</Quiet>
    </Stack>
  );
}
