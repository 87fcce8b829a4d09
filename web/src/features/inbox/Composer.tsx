/** Writing a message: a draft until it is sent, then it waits in the talk for its answer; Enter sends where there is a keyboard, never while one composes. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from "react";

import { useDraft } from "~/lib/drafts";
import { FINE, useMedia } from "~/lib/media";
import type { Problem } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { FieldError } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";

import style from "./Foot.module.css";
import { sendsOn } from "./messages";
import { useUnsent } from "./unsent";
import { useTyping } from "./useTyping";

const EMPTY = { body: "" };
const LONGEST = 4000;

/** False where nothing that one writes can be said any more: then it stays in the talk, beside the reason. */
const helps = (problem: Problem | null): boolean => problem?.kind !== "refused" || problem.name === "TooMany";

export function Composer({ conversation }: { conversation: string }) {
  const { t } = useLingui();
  const keyboard = useMedia(FINE);
  const box = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(`message.${conversation}`, EMPTY);
  const tell = useTyping(conversation);
  const [problem, setProblem] = useState<Problem | null>(null);
  const unsent = useUnsent(conversation);
  const { body } = draft.value;
  const over = [...body].length - LONGEST;
  const refused = problem?.kind === "invalid" && problem.field === "body" ? problem.message : null;
  const error = refused ?? (over > 0 ? t`${plural(over, { other: "#文字" })}多いです` : null);
  const send = () => {
    if (over > 0 || !body.trim()) return;
    const kept = unsent.send(body);
    setProblem(kept ? null : { kind: "full" });
    if (kept) draft.clear();
    box.current?.focus();
  };
  /** What was refused, or taken back, is written on where it was written, before what stands there by now. */
  const take = useEffectEvent((text: string, why: Problem | null) => {
    draft.change({ body: body.trim() ? `${text}\n${body}` : text });
    setProblem(why);
    box.current?.focus();
  });
  const first = unsent.entries[0];
  useEffect(() => unsent.onTaken((text, why) => take(text, why)), [unsent]);
  useEffect(() => {
    if (first?.state === "refused" && helps(first.problem) && !body) unsent.takeBack(first);
  }, [first, body, unsent]);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { key, shiftKey, keyCode } = event;
    if (!sendsOn({ key, shiftKey, keyCode, isComposing: event.nativeEvent.isComposing }, keyboard)) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      className={style.composer}
      data-action-bar
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <FormProblem problem={problem} placed={["body"]} />
      {error ? <FieldError id="message-error">{error}</FieldError> : null}
      <div className={style.row}>
        <textarea
          ref={box}
          className={style.box}
          rows={1}
          value={body}
          aria-label={t`メッセージ`}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? "message-error" : undefined}
          placeholder={t`メッセージを書く`}
          onChange={(event) => {
            draft.change({ body: event.target.value });
            tell(event.target.value);
            setProblem(null);
          }}
          onKeyDown={onKeyDown}
        />
        <Button type="submit" disabled={!body.trim()}>
          {t`送る`}
        </Button>
      </div>
      {keyboard ? <p className={style.hint}>{t`Enterで送信、Shift+Enterで改行`}</p> : null}
    </form>
  );
}
