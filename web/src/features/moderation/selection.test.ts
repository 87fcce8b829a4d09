import { expect, test } from "vitest";

import { type Candidate, allOf, asRead, awaitsReply, nobody, toggled, vouchersOf } from "./selection";

const one = (id: string, more: Partial<Candidate> = {}): Candidate => ({ id, version: "1", name: id, vouchers: { names: [], unnamed: 0 }, awaitsReply: false, ...more });

test("who is chosen twice is chosen no longer", () => {
  const chosen = toggled(toggled(nobody, one("a")), one("b"));
  expect([...toggled(chosen, one("a")).keys()]).toEqual(["b"]);
  expect(nobody.size).toBe(0);
});

test("who changed their application after they were chosen has to be read again", () => {
  const chosen = allOf([one("a"), one("b")]);
  const now = [one("a"), one("b", { version: "2" })];
  expect(asRead(chosen, now).map(({ id }) => id)).toEqual(["a"]);
  expect(asRead(toggled(chosen, one("b", { version: "2" })), now)).toHaveLength(2);
});

test("who was decided on elsewhere leaves the chosen", () => {
  expect(asRead(allOf([one("a"), one("b")]), [one("b")]).map(({ id }) => id)).toEqual(["b"]);
});

test("all are those who have nothing to answer", () => {
  expect([...allOf([one("a"), one("b", { awaitsReply: true })]).keys()]).toEqual(["a"]);
  expect(awaitsReply([{ fromGroup: true }])).toBe(true);
  expect(awaitsReply([{ fromGroup: true }, { fromGroup: false }])).toBe(false);
  expect(awaitsReply([])).toBe(false);
});

test("vouchers are those whose word counts, each once; who may not be named is counted", () => {
  const word = (name: string | null, state = "STANDING") => ({ state, voucher: name === null ? null : { name } });
  expect(vouchersOf([{ vouches: [word("髙橋"), word(null)] }, { vouches: [word("髙橋"), word("大野", "HELD")] }])).toEqual({ names: ["髙橋"], unnamed: 1 });
});
