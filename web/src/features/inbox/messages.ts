/** Messages as a reader holds them: pages and live ones merged in their order, days between them, and when Enter sends. */

export type Message = { id: string; body: string; /** Who said it has left, and the words are gone. */ removed: boolean; sentAt: string; mine: boolean; /** The key that its writer sent it with. */ clientMutationId?: string | null };

const byTime = (one: Message, other: Message) => one.sentAt.localeCompare(other.sentAt) || one.id.localeCompare(other.id);

/** Adds a page, in whatever order it comes, to what is known; oldest first, each once. */
export function merged(known: readonly Message[], page: readonly Message[]): readonly Message[] {
  const all = new Map([...known, ...page].map((message) => [message.id, message]));
  return [...all.values()].toSorted(byTime);
}

/**
 * Takes in the newest page. When it does not reach back to what is known, something between is missing: then only the page
 * is kept, and older ones are read again when they are asked for.
 */
export function caughtUp(known: readonly Message[], newest: readonly Message[], hasOlder: boolean): { messages: readonly Message[]; started: boolean } {
  const meets = known.length === 0 || !hasOlder || newest.some(({ id }) => known.some((one) => one.id === id));
  return meets ? { messages: merged(known, newest), started: known.length === 0 } : { messages: merged([], newest), started: true };
}

/** By which something that was sent is known to be shown: the message's own id, and the key that it was sent with. */
export const known = (messages: readonly Message[]): ReadonlySet<string> => new Set(messages.flatMap(({ id, clientMutationId }) => (clientMutationId ? [id, clientMutationId] : [id])));

/** Whether a message opens a new day after what was said before, at that instant; with nothing before it, it does. */
export const opensDay = (before: string | undefined, message: Message, dayOf: (instant: string) => string): boolean =>
  before === undefined || dayOf(before) !== dayOf(message.sentAt);

type Key = { key: string; shiftKey: boolean; isComposing: boolean; keyCode: number };

/** Enter sends where there is a keyboard; never while an input method is composing (Safari says so by key code 229 only). */
export const sendsOn = ({ key, shiftKey, isComposing, keyCode }: Key, keyboard: boolean): boolean =>
  keyboard && key === "Enter" && !shiftKey && !isComposing && keyCode !== 229;
