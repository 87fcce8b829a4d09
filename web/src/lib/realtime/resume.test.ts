import { describe, expect, test } from "vitest";

import { type Delivery, type Position, begin, follow } from "./resume";

const delivery = (cursor: string, previous: string | null, typename = "OpportunityPosted"): Delivery => ({ cursor, previous, event: { __typename: typename } });

/** Plays deliveries, and a server that serves again whatever comes after `position.last` when asked. */
function play(log: string[], arriving: Delivery[], after: string | null): { applied: string[]; resumed: number } {
  let position: Position = begin(after);
  const applied: string[] = [];
  let resumed = 0;
  const take = (one: Delivery) => {
    const step = follow(position, one);
    position = step.position;
    if (step.action === "apply") applied.push(one.cursor);
    if (step.action !== "gap") return;
    resumed += 1;
    const from = log.indexOf(position.last ?? "") + 1;
    log.slice(from).forEach((cursor, index) => take(delivery(cursor, log[from + index - 1] ?? null)));
  };
  arriving.forEach(take);
  return { applied, resumed };
}

describe("following a stream", () => {
  test("deliveries in order are applied", () => {
    const { applied, resumed } = play(["a", "b", "c"], [delivery("a", null), delivery("b", "a"), delivery("c", "b")], null);
    expect(applied).toEqual(["a", "b", "c"]);
    expect(resumed).toBe(0);
  });

  test("the first after subscribing is the server's word, whatever stood before it", () => {
    expect(follow(begin("snapshot"), delivery("d", "c"))).toEqual({ action: "apply", position: { last: "d", fresh: false } });
  });

  test("a double is dropped, and the place stays", () => {
    const position = { last: "b", fresh: false };
    expect(follow(position, delivery("b", "a"))).toEqual({ action: "skip", position });
  });

  test("a double right after resuming does not pass for the first", () => {
    const once = follow(begin("b"), delivery("b", "a"));
    expect(once.action).toBe("skip");
    expect(follow(once.position, delivery("d", "c")).action).toBe("gap");
  });

  test("a gap resumes from the last applied, and every event is applied once", () => {
    const { applied, resumed } = play(["a", "b", "c", "d"], [delivery("a", null), delivery("b", "a"), delivery("d", "c")], null);
    expect(resumed).toBe(1);
    expect(applied).toEqual(["a", "b", "c", "d"]);
  });

  test("ResyncRequired gives a new place without a gap", () => {
    const step = follow({ last: "b", fresh: false }, delivery("z", null, "ResyncRequired"));
    expect(step).toEqual({ action: "resync", position: { last: "z", fresh: false } });
    expect(follow(step.position, delivery("zz", "z")).action).toBe("apply");
  });

  test("Gone counts as a delivery", () => {
    expect(follow({ last: "b", fresh: false }, delivery("c", "b", "Gone")).action).toBe("apply");
  });
});
