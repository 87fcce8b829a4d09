/** One passkey: its name, when it was used, another name, and its removal, which is asked for once more. */
import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";

import { type FragmentType, graphql, readFragment } from "~/gql/account";
import { formatAgo, formatDay } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { NOW, useSubmission } from "~/lib/submission";
import { useSession } from "~/lib/viewer";
import { Button, Buttons } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { Dialog } from "~/ui/Dialog";
import { TextField } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Quiet, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

export const PasskeyFragment = graphql(`
  fragment Passkey on Passkey {
    id
    name
    createdAt
    lastUsedAt
  }
`);

const RenamePasskey = graphql(`
  mutation RenamePasskey($input: RenamePasskeyInput!) {
    renamePasskey(input: $input) {
      ... on PasskeyRenamed {
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

const RemovePasskey = graphql(`
  mutation RemovePasskey($input: RemovePasskeyInput!) {
    removePasskey(input: $input) {
      ... on PasskeyRemoved {
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

export function PasskeyCard(props: { passkey: FragmentType<typeof PasskeyFragment>; proven: boolean; onChange: () => void }) {
  const { t } = useLingui();
  const passkey = readFragment(PasskeyFragment, props.passkey);
  const { proven, onChange } = props;
  const { reread } = useSession();
  const [asked, setAsked] = useState<"rename" | "remove" | null>(null);
  const remove = useSubmission(RemovePasskey, NOW);
  const say = useToast();
  const { name } = passkey;
  const since = formatDay(passkey.createdAt, activeLanguage());
  const used = passkey.lastUsedAt ? formatAgo(passkey.lastUsedAt, activeLanguage()) : null;
  const end = async () => {
    if (!(await remove.send({ passkey: passkey.id })).ok) return;
    setAsked(null);
    say(t`パスキーを削除しました。`);
    onChange();
    reread();
  };
  return (
    <Card as="li">
      <Stack gap={2}>
        <Stack gap={1}>
          <p>
            <strong>{name}</strong>
          </p>
          <Quiet>{used ? t`${since}に登録・最後に使ったのは${used}` : t`${since}に登録・まだ使っていません`}</Quiet>
        </Stack>
        {asked === "rename" ? (
          <Rename id={passkey.id} name={name} onDone={() => setAsked(null)} onChange={onChange} />
        ) : (
          <Buttons>
            <Button variant="quiet" onClick={() => setAsked("rename")} aria-label={t`名前を変える：${name}`}>
              {t`名前を変える`}
            </Button>
            {proven ? (
              <Button variant="quiet" onClick={() => setAsked("remove")} aria-label={t`削除する：${name}`}>
                {t`削除する`}
              </Button>
            ) : null}
          </Buttons>
        )}
      </Stack>
      <Dialog
        open={asked === "remove"}
        onClose={() => setAsked(null)}
        title={t`「${name}」を削除しますか？`}
        actions={
          <Button variant="danger" pending={remove.state !== "idle"} onClick={() => void end()}>
            {t`削除する`}
          </Button>
        }
      >
        <p>{t`このパスキーでは、ログインできなくなります。端末の中のパスキーは、端末の設定から消してください。`}</p>
        <FormProblem problem={remove.problem} state={remove.state} />
      </Dialog>
    </Card>
  );
}

function Rename({ id, name, onDone, onChange }: { id: string; name: string; onDone: () => void; onChange: () => void }) {
  const { t } = useLingui();
  const rename = useSubmission(RenamePasskey, NOW);
  const [wanted, setWanted] = useState(name);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await rename.send({ passkey: id, name: wanted })).ok) return;
    onDone();
    onChange();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={3}>
        <TextField label={t`パスキーの名前`} name="name" maxLength={40} value={wanted} onChange={setWanted} error={rename.errorAt("name")} />
        <FormProblem problem={rename.problem} state={rename.state} placed={["name"]} />
        <Buttons>
          <Button type="submit" pending={rename.state !== "idle"}>
            {t`保存する`}
          </Button>
          <Button variant="quiet" onClick={onDone}>
            {t`戻る`}
          </Button>
        </Buttons>
      </Stack>
    </form>
  );
}
