/** How often it is told that one writes, and how often somebody who listens is told that the other does. */

/** The server keeps it for six seconds; told anew before that, it does not flicker. */
export const TELL_EVERY = 4_000;
/** Who stops and goes on at each word is announced once. */
export const ANNOUNCE_EVERY = 30_000;

/** Whether to tell it now: only of what was written, and not again so soon. */
export const tells = (text: string, now: number, last: number | null): boolean => Boolean(text.trim()) && (last === null || now - last >= TELL_EVERY);

export type Announced = { typing: boolean; at: number | null };

/** What a screen reader is told next: that it began, unless that was said a moment ago; never that it ended. */
export function announced(before: Announced, typing: boolean, now: number): Announced & { say: boolean } {
  const began = typing && !before.typing;
  const say = began && (before.at === null || now - before.at >= ANNOUNCE_EVERY);
  return { typing, at: say ? now : before.at, say };
}
