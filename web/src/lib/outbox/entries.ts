/** What a member has sent and nobody has answered yet: kept in this browser under their name, with the key that makes it count once. */
import type { Problem } from "../submission";

export type Kind = "sendMessage" | "respondToOpportunity" | "postOpportunity" | "closeOpportunity";

export type Entry = {
  /** Its clientMutationId; the server knows it, and its answer, for 48 hours. */
  id: string;
  kind: Kind;
  /** What belongs together is sent in order, and waits for what stands before it. */
  lane: string;
  input: Record<string, unknown>;
  /** Where it was typed. */
  path: string;
  /** The draft that it was made of, as it was then; it goes when this was sent, unless somebody has written on. */
  draft: { key: string; text: string } | null;
  /** When it was sent by who wrote it, and first by us; milliseconds. */
  at: number;
  tried: number | null;
  /** When they said that it is to be sent although it is old. */
  confirmed?: number;
  /** How often there was no answer. */
  missed: number;
  state: "waiting" | "refused" | "sent";
  problem: Problem | null;
  /** What the server answered, for the page that waits for it. */
  answer: unknown;
};

const PREFIX = "engawa.outbox.";
/** Most entries, and most characters of all of them. */
const MOST = 50;
const LONGEST = 500_000;
/** Milliseconds: for a little less than the server remembers, a second try is the same as the first. */
const FRESH = 47 * 3_600_000;

/** What no storage would take is kept as long as the tab. */
const unstored = new Map<string, Entry>();
const watchers = new Set<() => void>();
let snapshot: { owner: string; entries: readonly Entry[] } | null = null;

const keyOf = (owner: string, id: string): string => `${PREFIX}${owner}.${id}`;

function changed(): void {
  snapshot = null;
  for (const tell of watchers) tell();
}

function stored(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}

function parsed(text: string | null): Entry | null {
  try {
    const found = JSON.parse(text ?? "null") as Entry | null;
    return typeof found?.id === "string" && typeof found.lane === "string" ? found : null;
  } catch {
    return null;
  }
}

function read(owner: string): readonly Entry[] {
  const mine = keyOf(owner, "");
  const found = new Map<string, Entry>();
  for (const key of stored()) {
    const entry = key.startsWith(mine) ? parsed(localStorage.getItem(key)) : null;
    if (entry) found.set(entry.id, entry);
  }
  // What a full storage did not take is newer than what stands there.
  for (const [key, entry] of unstored) if (key.startsWith(mine)) found.set(entry.id, entry);
  return [...found.values()].sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
}

/** A member's entries, oldest first; the same list until something changes. */
export function entriesOf(owner: string): readonly Entry[] {
  if (snapshot?.owner !== owner) snapshot = { owner, entries: read(owner) };
  return snapshot.entries;
}

/** One entry as it is at this moment, also where another tab has changed it just now; null when it was taken back. */
export function entryOf(owner: string, id: string): Entry | null {
  const found = read(owner).find((entry) => entry.id === id) ?? null;
  // The other tab's word of it has not arrived yet.
  if (!found) changed();
  return found;
}

/** Keeps an entry, new or changed; false when there is no room for another one. */
export function keepEntry(owner: string, entry: Entry): boolean {
  const key = keyOf(owner, entry.id);
  const others = entriesOf(owner).filter(({ id }) => id !== entry.id);
  const text = JSON.stringify(entry);
  const size = others.reduce((sum, one) => sum + JSON.stringify(one).length, text.length);
  if (others.length === entriesOf(owner).length && (others.length >= MOST || size > LONGEST)) return false;
  try {
    localStorage.setItem(key, text);
    unstored.delete(key);
  } catch {
    unstored.set(key, entry);
  }
  changed();
  return true;
}

export function dropEntry(owner: string, id: string): void {
  unstored.delete(keyOf(owner, id));
  try {
    localStorage.removeItem(keyOf(owner, id));
  } catch {
    // Then it was not kept there either.
  }
  changed();
}

/** Nothing that waits stays on this device, or nothing but what this member sent. */
export function forgetOutbox(but: string | null = null): void {
  const mine = but === null ? null : keyOf(but, "");
  for (const key of stored()) if (mine === null || !key.startsWith(mine)) localStorage.removeItem(key);
  for (const key of unstored.keys()) if (mine === null || !key.startsWith(mine)) unstored.delete(key);
  changed();
}

export function watchEntries(tell: () => void): () => void {
  if (watchers.size === 0) window.addEventListener("storage", elsewhere);
  watchers.add(tell);
  return () => {
    watchers.delete(tell);
    if (watchers.size === 0) window.removeEventListener("storage", elsewhere);
  };
}

function elsewhere(event: StorageEvent): void {
  if (event.key === null || event.key.startsWith(PREFIX)) changed();
}

const wakers = new Set<() => void>();

/** Whoever sends is told when it should be tried at once. */
export function onWake(wake: () => void): () => void {
  wakers.add(wake);
  return () => {
    wakers.delete(wake);
  };
}

export function wakeOutbox(): void {
  for (const wake of wakers) wake();
}

/** Too old to be sent without asking: the server may have forgotten that it had it. */
export const isStale = (entry: Entry, now: number): boolean => entry.state === "waiting" && now - (entry.confirmed ?? entry.at) > FRESH;

/** What can be sent now: of each lane the first that is not done, unless it was refused or is too old; then those after it wait for its writer. */
export function sendable(entries: readonly Entry[], now: number): readonly Entry[] {
  const heads = new Map<string, Entry>();
  for (const entry of entries) if (entry.state !== "sent" && !heads.has(entry.lane)) heads.set(entry.lane, entry);
  return [...heads.values()].filter((entry) => entry.state === "waiting" && !isStale(entry, now));
}
