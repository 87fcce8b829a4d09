/** The one action on somebody else's opportunity, by its kind and by who looks; it says first who will learn what. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/opportunities";
import { paths } from "~/lib/paths";
import { useViewer } from "~/lib/viewer";
import { respondWord, responseWords } from "~/lib/words";
import { Button, LinkButton } from "~/ui/Button";
import { ActionBar } from "~/ui/Page";

import { RespondDialog } from "./RespondDialog";

const ActFragment = graphql(`
  fragment Act on Opportunity {
    id
    kind
    direction
    title
    live
    viewerMayRespond
    author {
      id
      name
    }
    viewerResponse {
      id
      state
    }
  }
`);

export function Act(props: { opportunity: FragmentType<typeof ActFragment> }) {
  const { t, i18n } = useLingui();
  const viewer = useViewer();
  const [asking, setAsking] = useState(false);
  const { id, kind, direction, title, live, viewerMayRespond, author, viewerResponse } = readFragment(ActFragment, props.opportunity);
  const verb = i18n._(respondWord(kind, direction));
  if (viewerResponse) {
    const state = i18n._(responseWords[viewerResponse.state]);
    return (
      <ActionBar note={t`あなたが手を挙げた募集です（${state}）。`}>
        <LinkButton href={paths.response(viewerResponse.id)} icon="talk">{t`やりとりを開く`}</LinkButton>
      </ActionBar>
    );
  }
  if (!live) return null;
  if (!viewer)
    return (
      <ActionBar note={t`「${verb}」は、在籍歴を確認したメンバーができます。参加は個人として、無料です。`}>
        <LinkButton href={paths.join}>{t`参加する（無料）`}</LinkButton>
        <LinkButton href={paths.signIn(paths.opportunity(id))} variant="secondary">{t`ログイン`}</LinkButton>
      </ActionBar>
    );
  if (!viewerMayRespond)
    return viewer.standing === "VERIFIED" ? null : (
      <ActionBar
        note={
          <Trans>
            在籍歴が確認されると、「{verb}」を押せます。<Link href={paths.pending}>だれが確認するかを見る</Link>
          </Trans>
        }
      >
        <Button disabled>{verb}</Button>
      </ActionBar>
    );
  const name = author?.name ?? "";
  return (
    <ActionBar note={name ? t`${name}さんだけに届きます。お名前を出すかどうかは、次で選べます。契約の申込みではありません。` : t`募集者だけに届きます。お名前を出すかどうかは、次で選べます。契約の申込みではありません。`}>
      <Button onClick={() => setAsking(true)}>{verb}</Button>
      <RespondDialog id={id} verb={verb} title={title} name={name} open={asking} onClose={() => setAsking(false)} />
    </ActionBar>
  );
}
