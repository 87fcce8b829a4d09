/** What waits to be sent, as pages see it: what there is, a form that sends through it, and taking something back. */
import { useCallback, useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from "react";

import { draftText } from "../drafts";
import { useOnline } from "../online";
import { type Problem, newMutationId } from "../submission";
import { useViewer } from "../viewer";
import { type Entry, type Kind, dropEntry, entriesOf, isStale, keepEntry, wakeOutbox, watchEntries } from "./entries";

const NOBODY: readonly Entry[] = [];

/** Of one lane, or all that the member has sent and that has had no answer, was refused, or was answered just now. */
export function useEntries(lane?: string): readonly Entry[] {
  const owner = useViewer()?.id;
  const all = useSyncExternalStore(watchEntries, () => (owner ? entriesOf(owner) : NOBODY));
  return useMemo(() => (lane === undefined ? all : all.filter((entry) => entry.lane === lane)), [all, lane]);
}

export type Outbox = {
  /** False when too much waits already. */
  put: (given: { kind: Kind; lane: string; input: Record<string, unknown>; draftKey?: string }) => boolean;
  /** It is sent no more; what was typed is the caller's again. */
  take: (entry: Entry) => void;
  /** At once, also what is too old to be sent without asking. */
  retry: (entry: Entry) => void;
};

export function useOutbox(): Outbox {
  const owner = useViewer()?.id;
  return useMemo(
    () => ({
      put: ({ kind, lane, input, draftKey }) => {
        if (!owner) return false;
        const text = draftKey === undefined ? null : draftText(draftKey);
        const draft = draftKey !== undefined && text !== null ? { key: draftKey, text } : null;
        const rest = { tried: null, missed: 0, state: "waiting", problem: null, answer: null } as const;
        const kept = keepEntry(owner, { id: newMutationId(), kind, lane, input, path: location.pathname + location.search, draft, at: Date.now(), ...rest });
        wakeOutbox();
        return kept;
      },
      take: (entry) => {
        if (owner) dropEntry(owner, entry.id);
      },
      retry: (entry) => {
        if (owner) keepEntry(owner, { ...entry, ...(isStale(entry, Date.now()) ? { confirmed: Date.now() } : {}), state: "waiting", problem: null });
        wakeOutbox();
      },
    }),
    [owner],
  );
}

const FULL: Problem = { kind: "full" };

type Kept<Input, Answer> = { kind: Kind; lane: string; draftKey?: string; onSent: (answer: Answer) => void; input?: Input };
export type KeptSubmission<Input> = {
  /** Kept before this returns, sent when there is a connection: now, or after a reload. */
  send: (input: Input) => void;
  state: "idle" | "sending" | "kept";
  problem: Problem | null;
  errorAt: (field: string) => string | null;
  reset: () => void;
  /** Null unless something waits that could still be taken back. */
  takeBack: (() => void) | null;
};

/** A form whose sending outlives the page. One lane holds one of it; `onSent` is called also for what an earlier page has sent. */
export function useKeptSubmission<Input extends object, Answer>({ kind, lane, draftKey, onSent }: Kept<Input, Answer>): KeptSubmission<Input> {
  const [entry] = useEntries(lane);
  const { put, take } = useOutbox();
  const online = useOnline();
  const [full, setFull] = useState(false);
  const answered = useEffectEvent((sent: Entry) => {
    take(sent);
    onSent(sent.answer as Answer);
  });
  useEffect(() => {
    if (entry?.state === "sent") answered(entry);
  }, [entry]);
  const problem = full ? FULL : entry?.state === "refused" ? entry.problem : null;
  const waiting = entry?.state === "waiting";
  const send = useCallback(
    (input: Input) => {
      if (waiting) return;
      if (entry) take(entry);
      setFull(!put({ kind, lane, input: { ...input } as Record<string, unknown>, ...(draftKey === undefined ? {} : { draftKey }) }));
    },
    [waiting, entry, take, put, kind, lane, draftKey],
  );
  return {
    send,
    problem,
    state: !waiting ? "idle" : entry.missed > 0 || !online ? "kept" : "sending",
    errorAt: (field) => (problem?.kind === "invalid" && problem.field === field ? problem.message : null),
    reset: () => {
      setFull(false);
      if (entry?.state === "refused") take(entry);
    },
    takeBack: waiting && (entry.missed > 0 || !online) ? () => take(entry) : null,
  };
}
