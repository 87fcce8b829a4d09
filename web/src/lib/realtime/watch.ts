/** When a tab that follows takes the lead: pure. The one who leads may have crashed, be frozen in the background of a phone, or be about to. */

export type Watch = {
  /** When the first question was asked that has had no answer; null when all were answered. */
  asked: number | null;
};

export type Event =
  /** The clock of this tab; in the background it goes slower. */
  | { at: number; event: "tick"; visible: boolean }
  /** An answer; `hiddenFor`: how long the other has been in the background, in milliseconds. */
  | { at: number; event: "heard"; hiddenFor: number; visible: boolean };

/** Milliseconds. */
export const ASK_EVERY = 2_000;
const SILENT = 4_000;
const SILENT_HIDDEN = 20_000;
/** Browsers freeze what is in the background for minutes, and slow its clocks before. */
const TOO_LONG_HIDDEN = 60_000;

export const unasked: Watch = { asked: null };

export function watched(watch: Watch, event: Event): { watch: Watch; act: "ask" | "take" | "nothing" } {
  if (event.event === "heard") return { watch: unasked, act: event.visible && event.hiddenFor > TOO_LONG_HIDDEN ? "take" : "nothing" };
  if (watch.asked !== null && event.at - watch.asked >= (event.visible ? SILENT : SILENT_HIDDEN)) return { watch: unasked, act: "take" };
  return { watch: { asked: watch.asked ?? event.at }, act: "ask" };
}
