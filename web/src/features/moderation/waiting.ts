/** The queue as it stands: the pages that were read, what came since, and without what was decided meanwhile. */

export type Waiting = {
  id: string;
  waitingSince: string;
  /** Affiliations that are decided with it, so that they do not stand beside it. */
  restsOn: readonly string[];
};

export type PageRead<T extends Waiting> = { items: readonly T[]; total: number; more: boolean };

/** What the stream told since the pages were read. */
export type Told<T extends Waiting> = { came: ReadonlyMap<string, T>; gone: ReadonlySet<string> };

export const nothingTold = <T extends Waiting>(): Told<T> => ({ came: new Map(), gone: new Set() });

/** `about` is what happened to something; `item` is what waits now because of it, which may be another thing: the application it is decided with. */
export function told<T extends Waiting>(before: Told<T>, about: string | null, item: T | null): Told<T> {
  const came = new Map(before.came);
  const gone = new Set(before.gone);
  if (about !== null) {
    came.delete(about);
    gone.add(about);
  }
  if (item) {
    came.set(item.id, item);
    gone.delete(item.id);
  }
  return { came, gone };
}

/** The pages are the newer word on what stands on them: it is not kept beside them. */
export function readSince<T extends Waiting>(before: Told<T>, page: PageRead<T>): Told<T> {
  const came = new Map(before.came);
  for (const { id } of page.items) came.delete(id);
  return came.size === before.came.size ? before : { came, gone: before.gone };
}

const at = ({ waitingSince }: Waiting): number => Date.parse(waitingSince);

/** The longest waiting first; of what lies beyond the last page that was read nothing is shown, and only a page tells how much it is. */
export function listed<T extends Waiting>(pages: readonly PageRead<T>[], { came, gone }: Told<T>): { items: T[]; total: number; more: boolean } {
  const read = [...new Map(pages.flatMap(({ items }) => items).map((item) => [item.id, item])).values()];
  const more = pages.at(-1)?.more ?? false;
  const last = read.at(-1);
  const fresh = [...came.values()].filter(({ id }) => !read.some((item) => item.id === id));
  const reached = more && last ? fresh.filter((item) => at(item) < at(last)) : fresh;
  const covered = new Set([...read, ...reached].filter(({ id }) => !gone.has(id)).flatMap(({ restsOn }) => restsOn));
  const stands = ({ id }: Waiting) => !gone.has(id) && !covered.has(id);
  const items = [...read, ...reached].filter(stands).sort((one, other) => at(one) - at(other));
  const total = more ? (pages[0]?.total ?? 0) + reached.filter(stands).length - read.filter((item) => !stands(item)).length : items.length;
  return { items, total, more };
}
