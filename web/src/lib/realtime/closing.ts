/** What a closed socket means, and how long to wait before the next one: pure. */
import { jitter } from "../online";

/** The session, or what its member may do, has changed: who they are is asked anew. */
export const REVOKED = 4403;
/** Ours: nothing was heard from the other side. */
export const SILENT = 4499;

/** The server restarts, is full, or found us slow: everybody else comes back as well. */
const CROWDED = new Set([1012, 1013, 4503]);
/** Codes of the protocol that another try right away may put right. */
const PASSING = new Set([4408, SILENT]);

/** Milliseconds before the next try. `attempt` counts the tries since the connection last held. */
export function waitAfter(code: number, attempt: number, random: () => number = Math.random): number {
  if (CROWDED.has(code)) return jitter(Math.max(attempt, 3), random);
  // We said something that the server does not understand, and shall say it again: seldom, until a new release is loaded.
  if (code >= 4400 && code < 4500 && !PASSING.has(code)) return 30_000 + random() * Math.min(600_000, 30_000 * 2 ** attempt);
  return jitter(attempt, random);
}
