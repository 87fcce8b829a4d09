/** What the other does at this moment, under what was said; its line is always there, so that nothing moves. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSubscription } from "urql";

import { graphql } from "~/gql/inbox";
import { useOnline } from "~/lib/online";
import { useStatus } from "~/lib/realtime/status";
import { Hidden } from "~/ui/Hidden";

import style from "./Beside.module.css";
import { type Announced, announced } from "./typing";
import { useVisible } from "./useVisible";

const TypingSubscription = graphql(`
  subscription Typing($conversation: ID!) {
    typing(conversation: $conversation) {
      here
      typing
    }
  }
`);

const NOTHING: Announced & { text: string } = { typing: false, at: null, text: "" };

export function Beside({ conversation, name }: { conversation: string; name: string }) {
  const { t } = useLingui();
  const visible = useVisible();
  const online = useOnline();
  const connected = useStatus().state === "open";
  const [said, setSaid] = useState(NOTHING);
  const writes = t`${name}さんが入力しています`;
  const [{ data }] = useSubscription({ query: TypingSubscription, variables: { conversation }, pause: !visible }, (_, now) => {
    setSaid((before) => {
      const { typing, at, say } = announced(before, now.typing.typing, Date.now());
      return { typing, at, text: say ? writes : typing ? before.text : "" };
    });
    return now;
  });
  const now = visible && online && connected ? data?.typing : undefined;
  return (
    <>
      <p className={style.now} aria-hidden="true" data-beside>
        {now?.typing ? writes : now?.here ? t`${name}さんも開いています` : null}
      </p>
      <Hidden>
        <span role="status">{now?.typing ? said.text : ""}</span>
      </Hidden>
    </>
  );
}
