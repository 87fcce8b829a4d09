/** What live news does to a list that somebody reads: pure, so that nothing moves under the thumb by accident. */

export type Arrivals<Card> = {
  /** Standing at the top of the list, newest first. */
  shown: readonly Arrived<Card>[];
  /** Offered in the pill, newest first. */
  waiting: readonly Arrived<Card>[];
  /** Left the list: closed, hidden, or not matching any more. */
  gone: readonly string[];
};
export type Arrived<Card> = { id: string; card: Card };

export const none = { shown: [], waiting: [], gone: [] } as const;

/** A new one stands at the top when its reader does; everywhere else it waits to be asked for. */
export function arrive<Card>(now: Arrivals<Card>, arrived: Arrived<Card>, atTop: boolean): Arrivals<Card> {
  if ([...now.shown, ...now.waiting].some(({ id }) => id === arrived.id)) return edit(now, arrived);
  const gone = now.gone.filter((id) => id !== arrived.id);
  if (atTop && now.waiting.length === 0) return { ...now, gone, shown: [arrived, ...now.shown] };
  return { ...now, gone, waiting: [arrived, ...now.waiting] };
}

/** Takes over what is said now, where it stands. */
export function edit<Card>(now: Arrivals<Card>, arrived: Arrived<Card>): Arrivals<Card> {
  const renew = (list: readonly Arrived<Card>[]) => list.map((one) => (one.id === arrived.id ? arrived : one));
  return { ...now, shown: renew(now.shown), waiting: renew(now.waiting) };
}

export function leave<Card>(now: Arrivals<Card>, left: string): Arrivals<Card> {
  const without = (list: readonly Arrived<Card>[]) => list.filter(({ id }) => id !== left);
  return { shown: without(now.shown), waiting: without(now.waiting), gone: now.gone.includes(left) ? now.gone : [...now.gone, left] };
}

/** The pill was pressed. */
export const show = <Card>(now: Arrivals<Card>): Arrivals<Card> => ({ ...now, shown: [...now.waiting, ...now.shown], waiting: [] });
