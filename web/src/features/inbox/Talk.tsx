/** What was said: the note first, then messages by day, the newest at the foot; live ones never move what one reads. */
import { useLingui } from "@lingui/react/macro";
import { useEffect, useEffectEvent } from "react";

import { type FragmentType, graphql, readFragment } from "~/gql/inbox";
import { formatDay, formatMoment } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { useSubmission } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { Icon } from "~/ui/Icon";
import { Pill } from "~/ui/Pill";
import { Loading } from "~/ui/States";

import { Beside } from "./Beside";
import { Bubble } from "./Bubble";
import style from "./Talk.module.css";
import { Waiting } from "./Waiting";
import { known, opensDay } from "./messages";
import { useFollow } from "./useFollow";
import { useMessages } from "./useMessages";

const TalkFragment = graphql(`
  fragment Talk on Response {
    id
    note
    state
    respondedAt
    viewerIsAuthor
    viewerMay
    responderLabel {
      text
    }
    viewerAgreed
    otherAgreed
    agreedAt
    conversation {
      id
      unread
    }
  }
`);

const MarkRead = graphql(`
  mutation MarkRead($input: MarkConversationReadInput!) {
    markConversationRead(input: $input) {
      ... on ConversationRead {
        conversation {
          id
          unread
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

/** What stands on the screen of somebody who looks at it is read. */
function useReading(conversation: { id: string; unread: number } | null | undefined) {
  const { send, state } = useSubmission(MarkRead);
  const id = conversation?.id;
  const unread = conversation?.unread ?? 0;
  const mark = useEffectEvent(() => {
    if (state === "idle" && id && unread > 0 && document.visibilityState === "visible") void send({ conversation: id });
  });
  useEffect(() => {
    mark();
    const look = () => mark();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [id, unread]);
}

export function Talk({ name, who, ...props }: { response: FragmentType<typeof TalkFragment>; name: string; who: string }) {
  const { t } = useLingui();
  const language = activeLanguage();
  const response = readFragment(TalkFragment, props.response);
  const { id, note, state, respondedAt, viewerIsAuthor, viewerMay, responderLabel, conversation } = response;
  const label = viewerIsAuthor ? "" : (responderLabel?.text ?? "");
  const { messages, loaded, hasOlder, readingOlder, readOlder } = useMessages(id, conversation?.id ?? null);
  const { end, unseen, toEnd } = useFollow(messages, loaded);
  useReading(conversation);
  const dayOf = (instant: string) => formatDay(instant, language);
  // The note above tells its day, unless there is more between.
  const opened = hasOlder ? undefined : respondedAt;
  const begun = state === "TALKING" || state === "AGREED" || messages.length > 0;
  return (
    <div className={style.talk}>
      <p className={style.day}>{formatMoment(respondedAt, language)}</p>
      <Bubble body={note || t`（退会したメンバーのひとことです。内容は消えました）`} mine={!viewerIsAuthor} said={viewerIsAuthor ? t`${who}のひとこと` : t`あなたのひとこと`} />
      {label ? <p className={style.quiet}>{t`お名前を出していません。${who}には「${label}」と見えています。やりとりが始まると、お名前が届きます。`}</p> : null}
      {begun ? (
        <p className={style.step}>
          <Icon name="check" />
          {t`やりとりが始まりました`}
        </p>
      ) : null}
      {conversation && !loaded ? <Loading cards={1} /> : null}
      {hasOlder ? (
        <Button variant="secondary" pending={readingOlder} onClick={readOlder}>
          {t`前のメッセージを見る`}
        </Button>
      ) : null}
      <ol className={style.messages} aria-label={t`メッセージ`}>
        {messages.map((message, index) => (
          <li key={message.id} className={style.message}>
            {opensDay(messages[index - 1]?.sentAt ?? opened, message, dayOf) ? <p className={style.day}>{dayOf(message.sentAt)}</p> : null}
            <Bubble body={message.removed ? t`（退会したメンバーのメッセージです。内容は消えました）` : message.body} mine={message.mine} at={message.sentAt} said={message.mine ? t`あなた` : t`${name}さん`} />
          </li>
        ))}
        {conversation ? <Waiting conversation={conversation.id} shown={known(messages)} writes={viewerMay.includes("SEND_MESSAGE")} /> : null}
      </ol>
      <Agreed response={response} name={name} />
      {conversation ? <Beside conversation={conversation.id} name={name} /> : null}
      <div ref={end} />
      <div className={style.news}>
        <Pill onPress={toEnd}>{unseen > 0 ? t`新しいメッセージが${unseen}件あります` : null}</Pill>
      </div>
    </div>
  );
}

type AgreedProps = { response: { state: string; viewerAgreed: boolean; otherAgreed: boolean; agreedAt?: string | null }; name: string };

/** Where the record of both sides stands. */
function Agreed({ response, name }: AgreedProps) {
  const { t } = useLingui();
  const { state, viewerAgreed, otherAgreed, agreedAt } = response;
  if (state === "AGREED") {
    const day = agreedAt ? formatDay(agreedAt, activeLanguage()) : "";
    return (
      <p className={style.step}>
        <Icon name="check" />
        {t`${day}、まとまったことをおふたりが記録しました（契約の締結ではありません）`}
      </p>
    );
  }
  if (viewerAgreed) return <p className={style.quiet}>{t`あなたは、まとまったことを記録しました。${name}さんの記録を待っています。`}</p>;
  if (otherAgreed) return <p className={style.quiet}>{t`${name}さんは、まとまったことを記録しました。「記録する」から、あなたも記録できます。`}</p>;
  return null;
}
