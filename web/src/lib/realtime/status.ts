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

/** Who says the same again tells nobody; a loss that goes on goes on since it began. */
export function setStatus(status: Status): void {
  const next = status.state === "lost" && current.state === "lost" ? { ...status, since: Math.min(current.since, status.since) } : status;
  if (JSON.stringify(next) === JSON.stringify(current)) return;
  current = next;
  for (const tell of watchers) tell();
}

/** Whoever holds the connection says how it is tried at once. */
export function onTryNow(act: () => void): void {
  tryNow = act;
}

export const tryAgainNow = (): void => tryNow();

/** Called with each change; returns how to stop. */
export function watchStatus(tell: (status: Status) => void): () => void {
  const told = () => tell(current);
  watchers.add(told);
  return () => {
    watchers.delete(told);
  };
}

export const useStatus = (): Status => useSyncExternalStore(watchStatus, () => current);
