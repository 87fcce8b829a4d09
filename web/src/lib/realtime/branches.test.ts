import { describe, expect, test } from "vitest";

import { type Operation, type Shared, shareStream } from "./branches";
import type { Result } from "./resume";

/** A server over a log of cursors: each operation is served what comes after its cursor, in order, one step at a time. */
function server(log: string[]) {
  type Served = { operation: Operation; at: number; previous: string | null; asked: (string | null)[] };
  const running = new Set<Served>();
  let opened = 0;
  const ask = (served: Served) => {
    const after = served.operation.after();
    served.asked.push(after);
    served.previous = after;
    served.at = after === null ? log.length : log.indexOf(after) + 1;
  };
  const open = (operation: Operation) => {
    const served: Served = { operation, at: 0, previous: null, asked: [] };
    opened += 1;
    running.add(served);
    ask(served);
    return { restart: () => ask(served), stop: () => running.delete(served) };
  };
  const step = (served: Served) => {
    const cursor = log[served.at];
    if (cursor === undefined) return false;
    const { previous } = served;
    served.at += 1;
    served.previous = cursor;
    served.operation.next({ data: { inbox: { cursor, previous, event: { __typename: "MessageSent" } } } });
    return true;
  };
  return {
    open,
    log,
    get running() {
      return running.size;
    },
    get opened() {
      return opened;
    },
    /** One delivery to each operation that has one to come. */
    turn: () => [...running].filter((served) => running.has(served) && step(served)).length > 0,
    settle() {
      while (this.turn());
    },
    /** The socket was lost, and each operation is sent anew. */
    reconnect: () => running.forEach(ask),
    /** The next delivery to each is lost on its way. */
    lose: () =>
      running.forEach((served) => {
        served.previous = log[served.at] ?? null;
        served.at += 1;
      }),
  };
}

const cursorOf = (result: Result) => (result.data as { inbox: { cursor: string } }).inbox.cursor;

function listen(stream: Shared, after: string | null) {
  const seen: string[] = [];
  return { seen, leave: stream.join({ after, next: (result) => seen.push(cursorOf(result)) }) };
}

describe("tabs that follow one stream", () => {
  test("two from the same cursor share one operation, and each is told everything", () => {
    const served = server(["a", "b"]);
    const stream = shareStream(served.open);
    const one = listen(stream, "b");
    const other = listen(stream, "b");
    served.log.push("c", "d");
    served.settle();
    expect([served.opened, one.seen, other.seen]).toEqual([1, ["c", "d"], ["c", "d"]]);
  });

  test("who joins later, at a cursor that was delivered, is given what came since without another operation", () => {
    const served = server(["a"]);
    const stream = shareStream(served.open);
    const one = listen(stream, "a");
    served.log.push("b", "c");
    served.settle();
    const other = listen(stream, "b");
    served.log.push("d");
    served.settle();
    expect([served.opened, one.seen, other.seen]).toEqual([1, ["b", "c", "d"], ["c", "d"]]);
  });

  test("who is behind catches up by themselves, and then shares", () => {
    const served = server(["a", "b", "c", "d"]);
    const stream = shareStream(served.open);
    const ahead = listen(stream, "c");
    served.turn();
    const behind = listen(stream, "a");
    expect(served.running).toBe(2);
    served.settle();
    expect(served.running).toBe(1);
    served.log.push("e");
    served.settle();
    expect([ahead.seen, behind.seen]).toEqual([["d", "e"], ["b", "c", "d", "e"]]);
  });

  test("who begins further on than what was delivered shares from the next delivery on", () => {
    const served = server(["a", "hidden", "c"]);
    const stream = shareStream(served.open);
    const one = listen(stream, "a");
    served.turn();
    const other = listen(stream, "c");
    expect(served.running).toBe(2);
    served.settle();
    expect(served.running).toBe(1);
    served.log.push("d", "e");
    served.settle();
    expect([one.seen, other.seen]).toEqual([["hidden", "c", "d", "e"], ["d", "e"]]);
  });

  test("a gap asks anew from the last delivery, for all who listen", () => {
    const served = server(["a"]);
    const stream = shareStream(served.open);
    const one = listen(stream, "a");
    served.log.push("b");
    served.settle();
    served.log.push("c", "d");
    served.lose();
    served.settle();
    expect(one.seen).toEqual(["b", "c", "d"]);
  });

  test("the last who leaves ends the operation", () => {
    const served = server(["a"]);
    const stream = shareStream(served.open);
    const one = listen(stream, "a");
    const other = listen(stream, "a");
    one.leave();
    expect([served.running, stream.listeners]).toEqual([1, 1]);
    other.leave();
    expect([served.running, stream.listeners]).toEqual([0, 0]);
  });

  test("with tabs that come, go and lose their connection at any moment, each is told what comes after its cursor once, in order", () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      let state = seed;
      const dice = (sides: number) => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
        return (state >>> 8) % sides;
      };
      const served = server(["0"]);
      const stream = shareStream(served.open);
      const tabs: { from: number; seen: string[]; until: number | null; leave: () => void }[] = [];
      for (let turn = 0; turn < 120; turn += 1) {
        const act = dice(10);
        if (act < 4) served.log.push(String(served.log.length));
        else if (act < 7) served.turn();
        else if (act === 7 && tabs.length < 6) {
          const from = dice(served.log.length);
          tabs.push({ from, until: null, ...listen(stream, String(from)) });
        } else if (act === 8) served.reconnect();
        else {
          const leaving = tabs.find(({ until }) => until === null);
          if (leaving && dice(4) === 0) {
            leaving.leave();
            leaving.until = leaving.seen.length;
          }
        }
      }
      served.settle();
      for (const { from, seen, until } of tabs) expect(seen).toEqual(served.log.slice(from + 1, until === null ? undefined : from + 1 + until));
      const here = tabs.filter(({ until }) => until === null).length;
      expect(stream.listeners).toBe(here);
    }
  });
});
