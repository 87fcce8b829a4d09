/** What the line about the connection says, and since when: pure. A short loss says nothing, and being back is said only after a loss that was. */
import type { Status } from "~/lib/realtime/status";

export type Line =
  | { say: "nothing" | "offline" }
  /** `since`: what came after it is not on the page; milliseconds. */
  | { say: "lost"; since: number }
  | { say: "back"; at: number };

/** Milliseconds: a loss that is shorter is not told; how long one reads that it is over. */
export const SAID_AFTER = 2_000;
export const SAID_FOR = 4_000;

const NOTHING: Line = { say: "nothing" };
const OFFLINE: Line = { say: "offline" };
export const begun = NOTHING;

/** `again`: when to look again, in milliseconds, since nothing else may happen until then. */
export function next(line: Line, status: Status, online: boolean, now: number): { line: Line; again: number | null } {
  if (!online) return { line: line.say === "offline" ? line : OFFLINE, again: null };
  if (status.state === "lost") {
    const quiet = status.since + SAID_AFTER - now;
    if (line.say === "lost" && line.since === status.since) return { line, again: null };
    if (quiet > 0 && line.say !== "lost" && line.say !== "offline") return { line: line.say === "nothing" ? line : NOTHING, again: quiet };
    return { line: { say: "lost", since: status.since }, again: null };
  }
  // Who left nothing to listen to has not been told that it is there again.
  if (line.say === "lost" && status.state === "idle") return { line: NOTHING, again: null };
  if (line.say === "lost" || line.say === "offline") return { line: { say: "back", at: now }, again: SAID_FOR };
  if (line.say === "back" && now - line.at < SAID_FOR) return { line, again: SAID_FOR - (now - line.at) };
  return { line: line.say === "nothing" ? line : NOTHING, again: null };
}
