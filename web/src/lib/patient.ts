/** A page goes on showing what it has read while the server is away, or while it is read anew, and reads again by itself when the server is back. */
import { type CombinedError, type Exchange, type Operation, type OperationResult, makeOperation } from "urql";
import { makeSubject, map, merge, pipe, tap } from "wonka";

import { jitter } from "./online";
import { watchStatus } from "./realtime/status";
import { mayTryAgain } from "./submission";

/** For what a page cannot do without: asked again by itself even where nothing of it was ever read. */
export const NEEDED = { needed: true } as const;

/** A server that fails again and again is asked so seldom, in milliseconds, after so many tries. */
const SELDOM = 300_000;
const TRIES = 6;

/** Nobody expected it, so that it says nothing about what was read before. */
const failed = (error: CombinedError | undefined): boolean => error !== undefined && error.graphQLErrors.length > 0 && error.graphQLErrors.every(({ extensions }) => extensions["code"] === "UNEXPECTED");

const FROM_CACHE: ReadonlySet<string | undefined> = new Set(["hit", "partial"]);

type Wait = { operation: Operation; attempt: number; timer: ReturnType<typeof setTimeout> | undefined };

/** Stands before the cache, so that what was read from it counts, too. Once `over` has happened it asks nothing more, and holds nothing. */
export const patientExchange =
  (over: AbortSignal): Exchange =>
  ({ forward }) =>
  (operations$) => {
    const again = makeSubject<Operation>();
    const known = new Map<number, OperationResult>();
    const waits = new Map<number, Wait>();

    const ask = (wait: Wait) => {
      clearTimeout(wait.timer);
      wait.timer = undefined;
      again.next(makeOperation(wait.operation.kind, wait.operation, { ...wait.operation.context, requestPolicy: "network-only" }));
    };
    const forget = (key: number) => {
      clearTimeout(waits.get(key)?.timer);
      waits.delete(key);
    };
    const later = (operation: Operation, failing: boolean) => {
      if (over.aborted) return;
      const before = waits.get(operation.key);
      clearTimeout(before?.timer);
      const wait: Wait = { operation, attempt: (before?.attempt ?? 0) + 1, timer: undefined };
      const least = failing && wait.attempt > TRIES ? SELDOM : 500;
      wait.timer = setTimeout(() => ask(wait), least + jitter(wait.attempt));
      waits.set(operation.key, wait);
    };
    /** The connection may be back: whatever waits is asked at once, unless it is being asked. */
    const wake = () => {
      for (const wait of waits.values()) if (wait.timer !== undefined) ask(wait);
    };
    window.addEventListener("online", wake, { signal: over });
    const stop = watchStatus(({ state }) => {
      if (state === "open") wake();
    });
    over.addEventListener("abort", () => {
      stop();
      for (const key of waits.keys()) forget(key);
      known.clear();
    });

    const given$ = pipe(
      operations$,
      tap(({ kind, key }) => {
        if (kind !== "teardown") return;
        known.delete(key);
        forget(key);
      }),
    );
    const shown = (result: OperationResult): OperationResult => {
      const { kind, key, context } = result.operation;
      if (kind !== "query" || context.requestPolicy === "cache-only") return result;
      const away = mayTryAgain(result.error) || ((known.has(key) || context["needed"] === true) && failed(result.error));
      // Dropped from the cache by what happened while it was read; where it says stale, it is being read anew already.
      const dropped = !result.data && !result.error;
      if (away || (dropped && !result.stale)) later(result.operation, failed(result.error));
      if (away || dropped) {
        const before = known.get(key);
        return before && !result.data ? { ...before, stale: true } : result;
      }
      if (result.data && !over.aborted) known.set(key, result);
      else known.delete(key);
      // What the cache alone says is no answer to what waits.
      if (FROM_CACHE.has(context.meta?.cacheOutcome)) return waits.has(key) ? { ...result, stale: true } : result;
      if (!result.stale) forget(key);
      return result;
    };
    return pipe(forward(merge([given$, again.source])), map(shown));
  };
