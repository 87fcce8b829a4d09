import { expect, test } from "vitest";

import { type Watch, unasked, watched } from "./watch";

/** Ticks at these moments, with answers in between; what was done each time. */
function play(events: ({ at: number; hiddenFor?: number } & { visible?: boolean; heard?: boolean })[]): string[] {
  let watch: Watch = unasked;
  return events.map(({ at, hiddenFor = 0, visible = true, heard = false }) => {
    const step = watched(watch, heard ? { at, event: "heard", hiddenFor, visible } : { at, event: "tick", visible });
    watch = step.watch;
    return step.act;
  });
}

test("as long as it is answered, a tab only asks", () => {
  expect(play([{ at: 0 }, { at: 5, heard: true }, { at: 2000 }, { at: 2005, heard: true }, { at: 90_000 }])).toEqual(["ask", "nothing", "ask", "nothing", "ask"]);
});

test("four seconds without an answer, and a tab that is looked at takes the lead", () => {
  expect(play([{ at: 0 }, { at: 2000 }, { at: 4000 }])).toEqual(["ask", "ask", "take"]);
});

test("in the background nobody is in a hurry", () => {
  expect(play([{ at: 0, visible: false }, { at: 10_000, visible: false }, { at: 20_000, visible: false }])).toEqual(["ask", "ask", "take"]);
});

test("after taking it, or being robbed of it, counting begins anew", () => {
  expect(play([{ at: 0 }, { at: 4000 }, { at: 6000 }, { at: 8000 }])).toEqual(["ask", "take", "ask", "ask"]);
});

test("who is looked at relieves who has been in the background for a minute, and nobody else does", () => {
  const late = { at: 5, heard: true, hiddenFor: 61_000 };
  expect(play([{ at: 0 }, late])[1]).toBe("take");
  expect(play([{ at: 0, visible: false }, { ...late, visible: false }])[1]).toBe("nothing");
  expect(play([{ at: 0 }, { ...late, hiddenFor: 30_000 }])[1]).toBe("nothing");
});
