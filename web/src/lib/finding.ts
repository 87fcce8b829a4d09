/** What is said about what a search found: how much of it has all that was asked for, and what mistyped words were taken for. */
import { quoted } from "./language";

export type ReadAs = readonly { typed: string; meant: readonly string[] }[];

/** The words that nothing has, and those by which it was searched instead, ready for a sentence; null where there are none. */
export const readAsOf = (readAs: ReadAs): { typed: string; meant: string } | null =>
  readAs.length > 0 ? { typed: quoted(readAs.map(({ typed }) => typed)), meant: quoted(readAs.flatMap(({ meant }) => meant)) } : null;

/**
 * Where those begin that are only near, in one page of the list: before which of its entries, or null where no page has
 * them begin here. `nearBefore`: the page before ended with one of them.
 */
export function nearFrom(edges: readonly { near: boolean }[], nearBefore: boolean): number | null {
  const first = edges.findIndex(({ near }) => near);
  return first < 0 || nearBefore ? null : first;
}
