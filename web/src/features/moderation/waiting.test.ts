import { describe, expect, it } from "vitest";

import { type PageRead, type Waiting, listed, nothingTold, readSince, told } from "./waiting";

const one = (id: string, minute: number, restsOn: string[] = []): Waiting => ({ id, waitingSince: `2026-04-01T09:${String(minute).padStart(2, "0")}:00+00:00`, restsOn });
const page = (items: Waiting[], more = false, total = items.length): PageRead<Waiting> => ({ items, total, more });
const ids = ({ items }: { items: Waiting[] }) => items.map(({ id }) => id);

describe("the queue", () => {
  it("shows what came after what was read, in its place by how long it waits", () => {
    const pages = [page([one("a", 1), one("c", 5)])];
    const since = told(told<Waiting>(nothingTold(), "d", one("d", 9)), "b", one("b", 3));
    expect(ids(listed(pages, since))).toEqual(["a", "b", "c", "d"]);
    expect(listed(pages, since).total).toBe(4);
  });

  it("lets go of what was decided, and takes it back when it waits again", () => {
    const pages = [page([one("a", 1), one("b", 2)])];
    const decided = told<Waiting>(nothingTold(), "a", null);
    expect(ids(listed(pages, decided))).toEqual(["b"]);
    expect(ids(listed(pages, told(decided, "a", one("a", 1))))).toEqual(["a", "b"]);
  });

  it("shows an application in place of the affiliations it is decided with", () => {
    const pages = [page([one("tenure", 1)])];
    const applied = told<Waiting>(nothingTold(), "application", one("application", 2, ["tenure"]));
    expect(ids(listed(pages, applied))).toEqual(["application"]);
    // It is withdrawn: the tenure waits by itself again.
    expect(ids(listed(pages, told(applied, "application", null)))).toEqual(["tenure"]);
  });

  it("does not show beyond the last page what lies there, and counts it with the page that does", () => {
    const pages = [page([one("a", 1), one("b", 2)], true, 7)];
    const since = told(told<Waiting>(nothingTold(), "z", one("z", 50)), "a", null);
    expect(listed(pages, since)).toEqual({ items: [one("b", 2)], total: 6, more: true });
    expect(listed([page([one("b", 2), one("c", 3)], true, 7)], readSince(since, pages[0] as PageRead<Waiting>)).total).toBe(7);
  });

  it("shows once what stands on two pages", () => {
    const pages = [page([one("a", 1), one("b", 2)]), page([one("b", 2), one("c", 3)])];
    expect(ids(listed(pages, nothingTold()))).toEqual(["a", "b", "c"]);
  });

  it("takes a page's word over what came before it", () => {
    const since = told<Waiting>(nothingTold(), "b", one("b", 2));
    const after = readSince(since, page([one("a", 1), one("b", 2)]));
    expect(after.came.size).toBe(0);
    // The next reading does not have it any more, and it does not come back.
    expect(ids(listed([page([one("a", 1)])], after))).toEqual(["a"]);
    expect(readSince(after, page([one("a", 1)]))).toBe(after);
  });
});
