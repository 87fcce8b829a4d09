/** Signing in and safety: what proves who one is (the address, passkeys, an app, codes on paper), and where one is signed in. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { graphql } from "~/gql/account";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { useMember } from "~/lib/viewer";
import { Notice } from "~/ui/Notice";
import { Page } from "~/ui/Page";
import { ErrorState, Loading } from "~/ui/States";
import { Stack } from "~/ui/Text";

import { App } from "./App";
import { Codes } from "./Codes";
import { Devices } from "./Devices";
import { Email } from "./Email";
import { Identities } from "./Identities";
import { Passkeys } from "./Passkeys";
import { Proof } from "./Proof";
import { QueueMail } from "./QueueMail";
import { useProven } from "./useProven";

const SignInsQuery = graphql(`
  query SignIns {
    viewer {
      id
      email
      needsSecondFactor
      queueMail
      safety {
        provenUntil
        totp
        recoveryCodesLeft
        passkeys {
          id
          ...Passkey
        }
        emailChange {
          ...EmailUnderWay
        }
      }
      sessions {
        id
        device
        current
        ...Device
      }
    }
  }
`);

export function SignInsPage() {
  const { t } = useLingui();
  const [{ data, error }, again] = useQuery({ query: SignInsQuery, requestPolicy: "cache-and-network" });
  const { operates } = useMember();
  const proven = useProven(data?.viewer?.safety.provenUntil ?? null);
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data?.viewer) return <Loading />;
  const { email, safety, sessions, needsSecondFactor, queueMail } = data.viewer;
  const renew = () => again({ requestPolicy: "network-only" });
  const has = { passkeys: safety.passkeys.length > 0, totp: safety.totp, codes: safety.recoveryCodesLeft > 0 };
  const hasFactor = has.passkeys || has.totp;
  const here = sessions.find(({ current }) => current)?.device ?? "";

  return (
    <Page title={t`ログインと安全`} back={paths.me} narrow>
      <Stack gap={8}>
        {needsSecondFactor && !hasFactor ? (
          <Notice icon="lock" title={t`運営のページを使うには、パスキーか認証アプリを登録してください。`}>
            <p>{t`パスキーが簡単です。なくしたときのために、リカバリーコードもつくっておくと安心です。`}</p>
          </Notice>
        ) : null}
        {proven && (!needsSecondFactor || !hasFactor) ? null : <Proof has={has} open={needsSecondFactor} onProven={renew} />}
        <Email email={email} change={safety.emailChange} proven={proven} onChange={renew} />
        {operates ? <QueueMail wanted={queueMail} /> : null}
        <Passkeys passkeys={safety.passkeys} device={here} proven={proven} onChange={renew} />
        <App there={safety.totp} proven={proven} onChange={renew} />
        <Codes left={safety.recoveryCodesLeft} possible={hasFactor} proven={proven} onChange={renew} />
        <Identities />
        <Devices sessions={sessions} onChange={renew} />
      </Stack>
    </Page>
  );
}
