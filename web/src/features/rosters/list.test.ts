/** An answer that comes in pieces is read line by line, however it was cut. */
import { expect, test } from "vitest";

import { lines, sumOf } from "./list";

const stream = (...parts: string[]) =>
  new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
      controller.close();
    },
  });

const all = async (...parts: string[]) => {
  const found: string[] = [];
  for await (const line of lines(stream(...parts))) found.push(line);
  return found;
};

test("lines are whole, wherever they were cut", async () => {
  expect(await all('{"a":', '1}\n{"b"', ":2}\n")).toEqual(['{"a":1}', '{"b":2}']);
  expect(await all("一行\n", "途中")).toEqual(["一行", "途中"]);
  expect(await all()).toEqual([]);
});

test("what was read is everything that became of rows", () => {
  expect(sumOf({ added: 1, corrected: 2, present: 3, refused: 4 })).toBe(10);
});
