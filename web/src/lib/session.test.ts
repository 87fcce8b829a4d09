/** @vitest-environment jsdom */
import { beforeEach, expect, test, vi } from "vitest";

/** A tab of its own: each has its own copy of the module. */
async function tab() {
  vi.resetModules();
  const session = await import("./session");
  const told: boolean[] = [];
  session.watchSession((same) => told.push(same));
  return { ...session, told };
}

const tell = () => window.dispatchEvent(new StorageEvent("storage", { key: "engawa.session" }));

beforeEach(() => localStorage.clear());

test("another tab is told whether it is the same member still", async () => {
  const one = await tab();
  const other = await tab();
  one.changeSession(false);
  tell();
  one.changeSession(true);
  tell();
  expect(other.told).toEqual([false, true]);
});

test("a tab that slept through somebody else's coming is not told that it is the same member", async () => {
  const sleeper = await tab();
  const other = await tab();
  other.changeSession(false);
  other.changeSession(true);
  document.dispatchEvent(new Event("resume"));
  expect(sleeper.told).toEqual([false]);
});

test("who learns from the server that something changed does not speak over a tab that knows more", async () => {
  const lead = await tab();
  const other = await tab();
  const third = await tab();
  other.changeSession(false);
  // The word of it has not arrived here.
  lead.changeSession(true);
  tell();
  expect([lead.told, third.told]).toEqual([[false], [false]]);
});
