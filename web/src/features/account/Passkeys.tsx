/** The passkeys of the account: made on this device, named, and removed. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { type FragmentType, graphql } from "~/gql/account";
import { NOW, useSubmission } from "~/lib/submission";
import { useSession, useSite } from "~/lib/viewer";
import { Button } from "~/ui/Button";
import { CardList } from "~/ui/Card";
import { FormProblem } from "~/ui/FormProblem";
import { Notice } from "~/ui/Notice";
import { Section } from "~/ui/Page";
import { Quiet } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { PasskeyCard, type PasskeyFragment } from "./PasskeyCard";
import { makePasskey, passkeysPossible } from "~/lib/passkeys";

const BeginPasskey = graphql(`
  mutation BeginPasskey($input: BeginPasskeyInput!) {
    beginPasskey(input: $input) {
      ... on PasskeyBegun {
        options
      }
      ... on Problem {
        message
        code
      }
    }
  }
`);

const RegisterPasskey = graphql(`
  mutation RegisterPasskey($input: RegisterPasskeyInput!) {
    registerPasskey(input: $input) {
      ... on PasskeyRegistered {
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

type PasskeysProps = {
  passkeys: readonly ({ id: string } & FragmentType<typeof PasskeyFragment>)[];
  /** What a new one is called at first: the browser here. */
  device: string;
  proven: boolean;
  onChange: () => void;
};

export function Passkeys({ passkeys, device, proven, onChange }: PasskeysProps) {
  const { t } = useLingui();
  const { publicUrl } = useSite();
  const { reread } = useSession();
  const begin = useSubmission(BeginPasskey, NOW);
  const register = useSubmission(RegisterPasskey, NOW);
  const say = useToast();
  const [why, setWhy] = useState<"stopped" | "known" | "failed" | null>(null);
  const possible = passkeysPossible(publicUrl);

  const make = async () => {
    setWhy(null);
    const begun = await begin.send({});
    if (!begun.ok) return;
    const made = await makePasskey(begun.data.options);
    if (!made.ok) {
      setWhy(made.why);
      return;
    }
    const outcome = await register.send({ credential: made.credential, name: device || t`パスキー` });
    if (!outcome.ok) return;
    say(t`パスキーを登録しました。次から、パスキーでログインできます。`);
    onChange();
    reread();
  };

  return (
    <Section title={t`パスキー`}>
      <Quiet>{t`指紋、顔、画面のロックなどでログインします。メールを待たずにすみ、にせのページでは使えないので安全です。`}</Quiet>
      {passkeys.length > 0 ? (
        <CardList label={t`パスキー`}>
          {passkeys.map((passkey) => (
            <PasskeyCard key={passkey.id} passkey={passkey} proven={proven} onChange={onChange} />
          ))}
        </CardList>
      ) : null}
      {why ? (
        <Notice icon="key" role="status">
          {why === "known" ? t`この端末のパスキーは、もう登録されています。` : t`パスキーは登録されませんでした。もう一度お試しください。`}
        </Notice>
      ) : null}
      <FormProblem problem={begin.problem ?? register.problem} state={register.state} />
      {possible ? null : <Quiet>{t`この端末では、ここでパスキーを使えません。`}</Quiet>}
      {possible && proven ? (
        <div>
          <Button variant="secondary" icon="key" pending={begin.state !== "idle" || register.state !== "idle"} onClick={() => void make()}>
            {t`パスキーを登録する`}
          </Button>
        </div>
      ) : null}
    </Section>
  );
}
