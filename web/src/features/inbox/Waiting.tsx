/** What one has said and the server has not answered yet: how it stands with it, and both things one can do. */
import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";

import { type Entry, isStale } from "~/lib/outbox/entries";
import { useOnline } from "~/lib/online";
import { useStatus } from "~/lib/realtime/status";
import { Button } from "~/ui/Button";
import { Icon } from "~/ui/Icon";
import { useToast } from "~/ui/Toast";
import { classes } from "~/ui/classes";

import { Bubble } from "./Bubble";
import style from "./Talk.module.css";
import { type Unsent, textOf, useUnsent } from "./unsent";

/** Milliseconds that a message which was sent may take until the talk shows it, while there is a connection to read it by. */
const SHOWN_WITHIN = 10_000;

type WaitingProps = {
  conversation: string;
  /** Ids of what the talk shows, and the keys that it was sent with. */
  shown: ReadonlySet<string>;
  /** There is a box that what is taken back goes into. */
  writes: boolean;
};

export function Waiting({ conversation, shown, writes }: WaitingProps) {
  const unsent = useUnsent(conversation);
  const { entries } = unsent;
  return entries.map((entry, at) => <Line key={entry.id} entry={entry} unsent={unsent} shown={shown} writes={writes} behind={entries.slice(0, at).some(({ missed, state }) => state === "refused" || (state === "waiting" && missed > 0))} />);
}

const sentId = (entry: Entry): string => (entry.answer as { sent?: { id: string } } | null)?.sent?.id ?? "";

type LineProps = { entry: Entry; unsent: Unsent; writes: boolean };

/** `behind`: what was said before it waits, and so does it. */
function Line({ entry, unsent, writes, shown, behind }: LineProps & { shown: ReadonlySet<string>; behind: boolean }) {
  const { t } = useLingui();
  const online = useOnline();
  const [now] = useState(Date.now);
  const stands = shown.has(entry.id) || shown.has(sentId(entry));
  const sent = entry.state === "sent";
  const stale = isStale(entry, now);
  const open = !sent && (entry.missed > 0 || behind || !online || stale || entry.state === "refused");
  const connected = useStatus().state === "open";
  const { done } = unsent;
  useEffect(() => {
    if (!sent || !(stands || connected)) return undefined;
    const timer = setTimeout(() => done(entry), stands ? 0 : SHOWN_WITHIN);
    return () => clearTimeout(timer);
  }, [sent, stands, connected, done, entry]);
  if (stands) return null;
  return (
    <li className={style.message}>
      <Bubble body={textOf(entry)} mine said={t`あなた`} unsent={open ? "waiting" : "sending"} />
      {open ? <Open entry={entry} unsent={unsent} writes={writes} stale={stale} /> : null}
      {open || sent ? null : <p className={classes(style.unsent, style.soon)}>{t`送信中`}</p>}
    </li>
  );
}

/** What can be done about it, and why it has not arrived. */
function Open({ entry, unsent, writes, stale }: LineProps & { stale: boolean }) {
  const { t } = useLingui();
  const say = useToast();
  const { problem } = entry;
  const refused = entry.state === "refused";
  const takeBack = () => {
    unsent.takeBack(entry);
    if (entry.tried !== null && !refused) say(t`取り消しました。もう届いていたときは、つながるとここに表示されます。`);
  };
  const why = problem && "message" in problem ? problem.message : t`送信できませんでした。書いた内容は残っています。もう一度お試しください。`;
  return (
    <div className={style.unsent} role={refused ? "alert" : "status"} data-refused={refused || undefined}>
      <span className={style.unsentState}>
        <Icon name={refused ? "warning" : "clock"} />
        {refused ? why : stale ? t`2日より前に書いたものです。いま送りますか？` : t`送信待ち`}
      </span>
      <span className={style.unsentActs}>
        {refused && problem?.kind !== "unexpected" ? null : <Button variant="quiet" onClick={() => unsent.retry(entry)}>{t`いま送る`}</Button>}
        <Button variant="quiet" onClick={takeBack}>{!writes ? t`消す` : refused ? t`書き直す` : t`取り消す`}</Button>
      </span>
    </div>
  );
}
