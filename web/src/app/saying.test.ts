import { expect, test } from "vitest";

import type { Status } from "~/lib/realtime/status";

import { type Line, begun, next } from "./saying";

const open: Status = { state: "open" };
const lost = (since: number, tried: number | null = null): Status => ({ state: "lost", since, next: tried });

/** What is said after each of these moments. */
function play(moments: [now: number, status: Status, online?: boolean][]): string[] {
  let line: Line = begun;
  return moments.map(([now, status, online = true]) => {
    line = next(line, status, online, now).line;
    return line.say;
  });
}

test("a loss of less than two seconds says nothing, neither does its end", () => {
  expect(play([[0, open], [1000, lost(1000)], [2500, lost(1000, 4000)], [2900, open], [9000, open]])).toEqual(["nothing", "nothing", "nothing", "nothing", "nothing"]);
});

test("a longer one says since when, stays while it is tried, and its end is said for a while", () => {
  expect(play([[0, lost(0)], [2000, lost(0)], [5000, lost(0, 9000)], [9000, open], [12_000, open], [13_000, open]])).toEqual(["nothing", "lost", "lost", "back", "back", "nothing"]);
});

test("offline is said at once, and goes over into what is true then", () => {
  expect(play([[0, open, false], [1000, lost(0), false], [1500, lost(0)], [1600, open]])).toEqual(["offline", "offline", "lost", "back"]);
});

test("it says when to look again, so that nobody waits for another event", () => {
  expect(next(begun, lost(1000), true, 1500).again).toBe(1500);
  expect(next({ say: "back", at: 1000 }, open, true, 2000).again).toBe(3000);
  expect(next(begun, open, true, 0).again).toBeNull();
});

test("the same is the same: nothing is drawn anew while nothing changes", () => {
  const line: Line = { say: "lost", since: 0 };
  expect(next(line, lost(0, 5000), true, 9000).line).toBe(line);
});

test("who stops listening while the connection is lost is not told that it is back", () => {
  expect(play([[0, lost(0)], [2000, lost(0)], [3000, { state: "idle" }], [3100, lost(3050)], [6000, lost(3050)], [7000, open]])).toEqual(["nothing", "lost", "nothing", "nothing", "lost", "back"]);
});
