/** Sends what waits: each lane in order, one tab at a time, again and again until the server has answered. */
import type { Client, CombinedError } from "urql";

import { forgetDraftIf } from "../drafts";
import { jitter } from "../online";
import { watchStatus } from "../realtime/status";
import { requestOptions } from "../request";
import { mayTryAgain, outcomeOf } from "../submission";
import { documents } from "./documents";
import { type Entry, entriesOf, entryOf, keepEntry, onWake, sendable, watchEntries } from "./entries";

/** Milliseconds: an answer is waited for, and another tab that is sending. */
const ANSWER_WITHIN = 20_000;
const OTHER_TAB_WITHIN = 25_000;
/** A limit that ends within so many seconds is waited for. */
const SOON = 120;

type Sent = "answered" | "unanswered" | "not ours";

/** Null when no answer came in time; the request may still arrive, and counts once all the same. */
async function inTime<T>(asked: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ANSWER_WITHIN);
  });
  const first = await Promise.race([asked, late]);
  clearTimeout(timer);
  return first;
}

const codeOf = (error: CombinedError | undefined): unknown => error?.graphQLErrors[0]?.extensions["code"];

/** Seconds until a limit lets it through, when that is soon. */
function limitOf(data: unknown): number | null {
  const answer = Object.values((data ?? {}) as Record<string, { retryAfterSeconds?: number } | null>).find((one) => typeof one?.retryAfterSeconds === "number");
  const seconds = answer?.retryAfterSeconds ?? Number.POSITIVE_INFINITY;
  return seconds <= SOON ? seconds : null;
}

/** `onStranger`: the session that requests go with now is not this member's. Returns how to stop. */
export function openSender(owner: string, client: Client, onStranger: () => void): () => void {
  const running = new Set<string>();
  const waits = new Map<string, { attempt: number; timer: ReturnType<typeof setTimeout>; limited: boolean }>();
  /** Lanes that were woken while they were being sent, perhaps into a connection that is gone. */
  const woken = new Set<string>();
  let closed = false;

  /** False when its writer has taken it back meanwhile. */
  const change = (entry: Entry, to: (now: Entry) => Entry): boolean => {
    const now = entryOf(owner, entry.id);
    return now !== null && keepEntry(owner, to(now));
  };
  const attempt = async (entry: Entry): Promise<Sent | number> => {
    if (!change(entry, (now) => ({ ...now, tried: now.tried ?? Date.now() }))) return "answered";
    const document = documents[entry.kind] as (typeof documents)["sendMessage"];
    const variables = { input: { ...entry.input, clientMutationId: entry.id } } as never;
    // In its writer's name: the server does nothing where somebody else has signed in meanwhile.
    const result = await inTime(client.mutation(document, variables, { fetchOptions: () => requestOptions({ "X-Engawa-Member": owner }) }).toPromise());
    if (closed) return "unanswered";
    if (codeOf(result?.error) === "NotSignedIn") return "not ours";
    if (!result || mayTryAgain(result.error)) return "unanswered";
    const limit = limitOf(result.data);
    if (limit !== null) return limit * 1000;
    const outcome = outcomeOf(result.data, result.error);
    if (outcome.ok && entry.draft) forgetDraftIf(entry.draft.key, entry.draft.text);
    change(entry, (now) => (outcome.ok ? { ...now, state: "sent", answer: outcome.data } : { ...now, state: "refused", problem: outcome.problem }));
    return "answered";
  };
  const headOf = (lane: string) => (closed ? undefined : sendable(entriesOf(owner), Date.now()).find((entry) => entry.lane === lane));

  const later = (lane: string, milliseconds: number, limited: boolean) => {
    const before = waits.get(lane);
    clearTimeout(before?.timer);
    const timer = setTimeout(() => void run(lane), milliseconds);
    waits.set(lane, { attempt: (before?.attempt ?? 0) + 1, timer, limited });
  };
  const drain = async (lane: string) => {
    for (let entry = headOf(lane); entry; entry = headOf(lane)) {
      woken.delete(lane);
      const sent = await attempt(entry);
      if (closed) return;
      if (sent === "not ours") {
        closed = true;
        return onStranger();
      }
      if (sent === "answered") {
        clearTimeout(waits.get(lane)?.timer);
        waits.delete(lane);
        continue;
      }
      if (typeof sent === "number") return later(lane, sent, true);
      change(entry, (now) => ({ ...now, missed: now.missed + 1 }));
      if (!woken.has(lane)) return later(lane, jitter((waits.get(lane)?.attempt ?? 0) + 1), false);
    }
  };
  const run = async (lane: string) => {
    if (running.has(lane) || !headOf(lane)) return;
    running.add(lane);
    try {
      await alone(`engawa.outbox.${owner}.${lane}`, () => drain(lane));
    } finally {
      running.delete(lane);
    }
    if (woken.delete(lane) && !waits.get(lane)?.limited) void run(lane);
  };
  const kick = () => {
    for (const { lane } of sendable(entriesOf(owner), Date.now())) if (!waits.has(lane)) void run(lane);
  };
  /** The connection may be back: nobody waits any longer, but for a limit. */
  const wake = () => {
    for (const lane of running) woken.add(lane);
    for (const [lane, { timer, limited }] of waits) {
      if (limited) continue;
      clearTimeout(timer);
      waits.delete(lane);
      void run(lane);
    }
    kick();
  };
  const look = () => {
    if (!document.hidden) wake();
  };
  window.addEventListener("online", wake);
  document.addEventListener("visibilitychange", look);
  const reached = watchStatus(({ state }) => {
    if (state === "open") wake();
  });
  const ends = [watchEntries(kick), onWake(wake), reached];
  kick();
  return () => {
    closed = true;
    for (const { timer } of waits.values()) clearTimeout(timer);
    window.removeEventListener("online", wake);
    document.removeEventListener("visibilitychange", look);
    for (const end of ends) end();
  };
}

/** One tab at a time; one that sleeps while it sends is not waited for, since what it sends counts once anyway. */
async function alone(name: string, act: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return act();
  let begun = false;
  const once = () => {
    begun = true;
    return act();
  };
  try {
    await navigator.locks.request(name, { signal: AbortSignal.timeout(OTHER_TAB_WITHIN) }, once);
  } catch (error) {
    if (begun) throw error;
    await act();
  }
}
