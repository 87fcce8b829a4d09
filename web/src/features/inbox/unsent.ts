/** What one has said in a talk and nobody has answered yet: shown among the messages, and given back to the box where it was written. */
import { useMemo } from "react";

import type { Entry } from "~/lib/outbox/entries";
import { useEntries, useOutbox } from "~/lib/outbox/useOutbox";
import type { Problem } from "~/lib/submission";

type Taken = (text: string, why: Problem | null) => void;

/** The box of each talk that stands on the page. */
const boxes = new Map<string, Set<Taken>>();

export const textOf = (entry: Entry): string => String(entry.input["body"] ?? "");

export type Unsent = {
  /** Oldest first; those that were sent stay until the talk shows them. */
  entries: readonly Entry[];
  /** False when too much waits already. */
  send: (body: string) => boolean;
  /** Its text goes back into the box, with what was wrong with it. */
  takeBack: (entry: Entry) => void;
  retry: (entry: Entry) => void;
  /** The talk shows it. */
  done: (entry: Entry) => void;
  /** For the box: called with what it is given back. */
  onTaken: (taken: Taken) => () => void;
};

export function useUnsent(conversation: string): Unsent {
  const lane = `talk.${conversation}`;
  const entries = useEntries(lane);
  const { put, take, retry } = useOutbox();
  return useMemo(
    () => ({
      entries,
      retry,
      done: take,
      send: (body) => put({ kind: "sendMessage", lane, input: { conversation, body } }),
      takeBack: (entry) => {
        take(entry);
        for (const give of boxes.get(lane) ?? []) give(textOf(entry), entry.problem);
      },
      onTaken: (taken) => {
        const open = boxes.get(lane) ?? new Set();
        boxes.set(lane, open.add(taken));
        return () => {
          open.delete(taken);
        };
      },
    }),
    [entries, put, take, retry, lane, conversation],
  );
}
