/** How the connection stands, for whoever shows it; kept apart from the socket, which is loaded later. */
import { useSyncExternalStore } from "react";

export type Status =
  /** Nobody listens, so there is nothing to say. */
  | { state: "idle" }
  | { state: "open" }
  /** `since`: when it was lost, or first tried; `next`: when it is tried again, null while it is being tried. Milliseconds of this clock. */
  | { state: "lost"; since: number; next: number | null };

let current: Status = { state: "idle" };
const watchers = new Set<() => void>();
let tryNow: () => void = () => undefined;

export function setStatus(status: Status): void {
  current = status;
  for (const tell of watchers) tell();
}

/** Whoever holds the connection says how it is tried at once. */
export function onTryNow(act: () => void): void {
  tryNow = act;
}

export const tryAgainNow = (): void => tryNow();

/** Called with each change, as long as the page lives. */
export function watchStatus(tell: (status: Status) => void): void {
  watchers.add(() => tell(current));
}

function watch(tell: () => void): () => void {
  watchers.add(tell);
  return () => {
    watchers.delete(tell);
  };
}

export const useStatus = (): Status => useSyncExternalStore(watch, () => current);
