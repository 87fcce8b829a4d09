/** Which lines of a text are shown because words were found in them. */
import { expect, it } from "vitest";

import { markedLines } from "./marks";

it("keeps the lines with a mark, whole", () => {
  const segments = [
    { text: "登壇\n", marked: false },
    { text: "音声", marked: true },
    { text: "認識の相談\n壁打ち", marked: false },
  ];
  expect(markedLines(segments)).toEqual([
    [
      { text: "音声", marked: true },
      { text: "認識の相談", marked: false },
    ],
  ]);
});

it("follows a mark across a line's end", () => {
  expect(markedLines([{ text: "物流\n会場", marked: true }])).toEqual([[{ text: "物流", marked: true }], [{ text: "会場", marked: true }]]);
});

it("shows nothing where nothing was found", () => {
  expect(markedLines([{ text: "登壇", marked: false }])).toEqual([]);
});
