/** Posting an opportunity: a draft that keeps itself, also for newcomers, who learn when they can post it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useLocation } from "wouter";

import { dayFromNow } from "~/lib/dates";
import { useDraft } from "~/lib/drafts";
import { useKeptSubmission } from "~/lib/outbox/useOutbox";
import { paths } from "~/lib/paths";
import { useMember } from "~/lib/viewer";
import { Notice } from "~/ui/Notice";
import { useToast } from "~/ui/Toast";

import { Editor } from "./Editor";
import { type Asked, type Post, sent } from "./form";

const EMPTY: Post = {
  kind: "",
  direction: "",
  title: "",
  body: "",
  skills: [],
  place: "",
  remote: false,
  audience: "VERIFIED",
  groups: [],
  exclusions: [],
  terms: {},
  lastDay: dayFromNow(30),
};

export function PostPage() {
  const { t } = useLingui();
  const { standing } = useMember();
  const [, go] = useLocation();
  const say = useToast();
  const draft = useDraft("post", EMPTY);
  const post = useKeptSubmission({
    kind: "postOpportunity",
    lane: "post",
    draftKey: "post",
    onSent: ({ opportunity }: { opportunity: { id: string } }) => {
      draft.clear();
      go(paths.opportunity(opportunity.id), { replace: true });
      say(t`募集を出しました。`);
    },
  });
  const send = (fields: readonly Asked[]) => {
    const { kind, direction } = draft.value;
    if (kind === "" || direction === "") return;
    draft.keep();
    post.send({ kind, direction, ...sent(draft.value, fields) });
  };
  const newcomer = standing !== "VERIFIED";
  return (
    <Editor
      title={t`募集を出す`}
      back={paths.opportunities}
      draft={draft}
      submission={post}
      latest={dayFromNow(90)}
      act={t`この内容で出す`}
      onSend={newcomer ? null : send}
      notice={newcomer ? <NotYet /> : null}
    />
  );
}

function NotYet() {
  const { t } = useLingui();
  return (
    <Notice icon="clock" title={t`在籍歴が確認されると、募集を出せます。`}>
      <p>
        <Trans>
          いまは下書きができます。書いたものはこのブラウザに残ります。<Link href={paths.pending}>だれが確認するかを見る</Link>
        </Trans>
      </p>
    </Notice>
  );
}
