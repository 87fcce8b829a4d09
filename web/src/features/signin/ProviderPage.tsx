/** Back from the OpenID provider: the mail that still has to be answered, or what went wrong, what is safe, and what to do now. */
import { useLingui } from "@lingui/react/macro";
import { Redirect, useLocation, useSearch } from "wouter";

import { nextOf } from "~/lib/arriving";
import { useEntering } from "~/lib/applying/entering";
import { paths } from "~/lib/paths";
import { useProviderArrival } from "~/lib/applying/provenAddress";
import { useSite } from "~/lib/viewer";
import { Buttons, LinkButton } from "~/ui/Button";
import { CheckMail } from "~/ui/applying/CheckMail";
import { Notice } from "~/ui/Notice";
import { Page } from "~/ui/Page";
import { Loading } from "~/ui/States";
import { Quiet, Stack } from "~/ui/Text";

import { ProviderSignIn } from "./ProviderSignIn";

export function ProviderPage() {
  const { t } = useLingui();
  const search = useSearch();
  const [, navigate] = useLocation();
  const site = useSite();
  const name = site.oidcName ?? "OpenID";
  const entering = useEntering();
  const next = nextOf(search);
  const reason = new URLSearchParams(search).get("reason");
  const { arrival, known } = useProviderArrival(reason !== null);
  if (reason === null && !known) return <Loading />;
  if (reason === null && arrival?.step === "JOIN") return <Redirect to={`${paths.join}?${search}`} replace />;
  if (reason === null && arrival) {
    return (
      <CheckMail email={arrival.email} demo={site.demo} entering={entering} onOther={() => navigate(paths.signIn(next))}>
        <Notice icon="lock" title={t`このアドレスは、すでに登録されています。`}>
          <p>{t`ご本人の登録を守るために、一度だけメールで確かめます。このブラウザで確かめると、次からは${name}だけでログインできます。`}</p>
        </Notice>
      </CheckMail>
    );
  }
  return (
    <Page title={t`ログインできませんでした`} narrow>
      <Stack gap={5}>
        <WhatHappened reason={reason} name={name} />
        <Quiet>{t`縁側の登録にも、${name}のアカウントにも、変わりはありません。`}</Quiet>
        <ProviderSignIn again />
        <Buttons>
          <LinkButton href={paths.signIn(next)} icon="mail" variant="quiet">
            {t`メールでログインする`}
          </LinkButton>
        </Buttons>
      </Stack>
    </Page>
  );
}

function WhatHappened({ reason, name }: { reason: string | null; name: string }) {
  const { t } = useLingui();
  switch (reason) {
    case "cancelled":
      return <Notice icon="leave" title={t`${name}でのログインを取りやめました。`} />;
    case "often":
      return <Notice tone="bad" icon="clock" title={t`短いあいだに何度も試されたため、しばらくお待ちください。1時間ほどで、また試せます。`} />;
    case "refused":
      return <Notice tone="bad" icon="warning" title={t`${name}から届いた返事を確かめられなかったため、ログインを止めました。もう一度試しても同じときは、メールでログインしてください。`} />;
    case "unreachable":
      return <Notice tone="bad" icon="offline" title={t`${name}につながりませんでした。少し待ってもう一度試すか、メールでログインしてください。`} />;
    case "unverified":
      return <Notice tone="bad" icon="mail" title={t`${name}で確認のすんだメールアドレスを受け取れませんでした。${name}でアドレスの確認をすませるか、メールでログインしてください。`} />;
    default:
      return <Notice tone="bad" icon="clock" title={t`時間がたったか、別のブラウザで始めたログインのため、続けられませんでした。もう一度はじめからお試しください。`} />;
  }
}
