/** Writing a message: kept as a draft until it was sent; Enter sends where there is a keyboard, never while one composes. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useRef } from "react";

import { graphql } from "~/gql/inbox";
import { useDraft } from "~/lib/drafts";
import { FINE, useMedia } from "~/lib/media";
import { useSubmission } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { FieldError } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";

import style from "./Foot.module.css";
import { sendsOn } from "./messages";
import { useTyping } from "./useTyping";

const SendMessage = graphql(`
  mutation SendMessage($input: SendMessageInput!) {
    sendMessage(input: $input) {
      ... on MessageSent {
        sent: message {
          id
        }
        conversation {
          id
          unread
        }
        response {
          id
          lastActivityAt
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

const EMPTY = { body: "" };
const LONGEST = 4000;

export function Composer({ conversation }: { conversation: string }) {
  const { t } = useLingui();
  const keyboard = useMedia(FINE);
  const box = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(`message.${conversation}`, EMPTY);
  const message = useSubmission(SendMessage);
  const tell = useTyping(conversation);
  const { body } = draft.value;
  const over = [...body].length - LONGEST;
  const sending = message.state !== "idle";
  const error = message.errorAt("body") ?? (over > 0 ? t`${plural(over, { other: "#文字" })}多いです` : null);
  const send = async () => {
    if (sending || over > 0 || !body.trim()) return;
    if ((await message.send({ conversation, body })).ok) draft.clear();
    box.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { key, shiftKey, keyCode } = event;
    if (!sendsOn({ key, shiftKey, keyCode, isComposing: event.nativeEvent.isComposing }, keyboard)) return;
    event.preventDefault();
    void send();
  };
  return (
    <form
      className={style.composer}
      data-action-bar
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <FormProblem problem={message.problem} state={message.state} placed={["body"]} />
      {error ? <FieldError id="message-error">{error}</FieldError> : null}
      <div className={style.row}>
        <textarea
          ref={box}
          className={style.box}
          rows={1}
          value={body}
          readOnly={sending}
          aria-label={t`メッセージ`}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? "message-error" : undefined}
          placeholder={t`メッセージを書く`}
          onChange={(event) => {
            draft.change({ body: event.target.value });
            tell(event.target.value);
          }}
          onKeyDown={onKeyDown}
        />
        <Button type="submit" pending={sending} disabled={!body.trim()}>
          {t`送る`}
        </Button>
      </div>
      {keyboard ? <p className={style.hint}>{t`Enterで送信、Shift+Enterで改行`}</p> : null}
    </form>
  );
}
