/** The day that it is where everything here takes place; a page that stays open over midnight goes on with the next one. */
import { useSyncExternalStore } from "react";

import { dayFromNow } from "./dates";

/** Milliseconds: a clock that jumps, or slept, is noticed within a minute. */
const LOOK_EVERY = 60_000;

function watch(tell: () => void): () => void {
  const timer = setInterval(tell, LOOK_EVERY);
  document.addEventListener("visibilitychange", tell);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", tell);
  };
}

/** YYYY-MM-DD. What ended on an earlier day is over, though nobody sends that. */
export const useToday = (): string => useSyncExternalStore(watch, () => dayFromNow(0));
