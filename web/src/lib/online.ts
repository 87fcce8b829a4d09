/** Whether this browser has a connection, as far as it knows. */
import { useSyncExternalStore } from "react";

import { watchStatus } from "./realtime/status";

function subscribe(tell: () => void): () => void {
  window.addEventListener("online", tell);
  window.addEventListener("offline", tell);
  return () => {
    window.removeEventListener("online", tell);
    window.removeEventListener("offline", tell);
  };
}

export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine, () => true);

/** Full jitter: anything between nothing and twice the last ceiling, half a minute at most. */
export const jitter = (attempt: number, random = Math.random): number => random() * Math.min(30_000, 500 * 2 ** attempt);

/** Waits for the next try: until the wait is over or the connection is back, and while offline for that alone. */
export async function untilNextTry(attempt: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      signal.removeEventListener("abort", done);
      stop();
      resolve();
    };
    const stop = watchStatus(({ state }) => {
      if (state === "open") done();
    });
    const timer = setTimeout(done, navigator.onLine ? 500 + jitter(attempt) : 60_000);
    window.addEventListener("online", done);
    signal.addEventListener("abort", done, { once: true });
  });
}
