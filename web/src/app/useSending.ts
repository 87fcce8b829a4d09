/** Sends what waits, for as long as its member is here; says what became of it where no page does. */
import { useLingui } from "@lingui/react/macro";
import { useEffect, useEffectEvent } from "react";
import { useClient } from "urql";

import { renewConnection, viewerOf } from "~/lib/client";
import type { Entry } from "~/lib/outbox/entries";
import { useEntries, useOutbox } from "~/lib/outbox/useOutbox";
import { untilNextTry } from "~/lib/online";
import { useStatus } from "~/lib/realtime/status";
import { useViewer } from "~/lib/viewer";
import { useToast } from "~/ui/Toast";

/** Milliseconds in which the page where it was typed says it itself. */
const SAID_THERE = 400;

async function send(owner: string, client: Parameters<typeof import("~/lib/outbox/sender").openSender>[1], signal: AbortSignal): Promise<void> {
  // The page may still show who was there before.
  if ((await viewerOf(client)) !== owner) return;
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    try {
      const { openSender } = await import("~/lib/outbox/sender");
      if (signal.aborted) return;
      const stop = openSender(owner, client, renewConnection);
      signal.addEventListener("abort", stop, { once: true });
      return;
    } catch {
      // The code itself could not be loaded.
      await untilNextTry(attempt, signal);
    }
  }
}

export function useSending(): void {
  const { t } = useLingui();
  const owner = useViewer()?.id;
  const client = useClient();
  const say = useToast();
  const entries = useEntries();
  const { take } = useOutbox();
  useEffect(() => {
    if (!owner) return undefined;
    const leaving = new AbortController();
    void send(owner, client, leaving.signal);
    return () => leaving.abort();
  }, [owner, client]);

  const tell = useEffectEvent((entry: Entry) => {
    take(entry);
    if (entry.kind === "postOpportunity") say(t`募集を出しました。`);
    if (entry.kind === "closeOpportunity") say(t`募集を締め切りました。`);
    if (entry.kind === "respondToOpportunity") say(t`募集者に届きました。お返事があると、お知らせします。`);
  });
  const sent = entries.find(({ state, kind }) => state === "sent" && kind !== "sendMessage");
  const spoken = entries.find(({ state, kind }) => state === "sent" && kind === "sendMessage");
  useEffect(() => {
    if (!sent) return undefined;
    const timer = setTimeout(() => tell(sent), SAID_THERE);
    return () => clearTimeout(timer);
  }, [sent]);
  const connected = useStatus().state === "open";
  // The talk removes what it shows; nobody may have it open.
  useEffect(() => {
    if (!spoken || !connected) return undefined;
    const timer = setTimeout(() => take(spoken), 30_000);
    return () => clearTimeout(timer);
  }, [spoken, connected, take]);
}
