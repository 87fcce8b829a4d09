/** What this device forgets, and when: whatever one member read or typed is never there for the next. */
import { forgetAllDrafts } from "./drafts";
import { forgetOutbox } from "./outbox/entries";
import { forgetCursors } from "./realtime/cursors";

const OWNER = "engawa.owner";

/** Somebody signed out, here or by ending this session from elsewhere: nothing of what was read or typed stays. */
export function forgetEverything(): void {
  forgetAllDrafts();
  forgetOutbox();
  forgetCursors();
  localStorage.removeItem(OWNER);
}

/** This member is here. A session that merely ran out leaves what was typed for the same member, and for nobody else. */
export function belongTo(viewer: string): void {
  const before = localStorage.getItem(OWNER);
  if (before === viewer) return;
  if (before !== null) forgetAllDrafts();
  forgetOutbox(viewer);
  try {
    localStorage.setItem(OWNER, viewer);
  } catch {
    // A storage that takes nothing keeps nothing to be found either.
  }
}
