/** When a delivery is applied, when it is a double, and when something is missing before it: pure, with no socket in sight. */
export type Delivery = { cursor: string; previous: string | null; event: { __typename: string } };

/** What an operation on the socket brings, as far as this folder looks into it. */
export type Result = { data?: Record<string, unknown> | null; [part: string]: unknown };

export type Position = {
  /** The cursor of what was applied last, or where the subscription began; null when it began at the present. */
  last: string | null;
  /** Nothing has come yet since the last (re)subscription, so the server decides what comes first. */
  fresh: boolean;
};

export type Step =
  | { action: "apply"; position: Position }
  | { action: "resync"; position: Position }
  | { action: "skip"; position: Position }
  /** Something between is missing: subscribe again from position.last. */
  | { action: "gap"; position: Position };

export const begin = (after: string | null): Position => ({ last: after, fresh: true });

/** The delivery in an answer of a stream; null in any other answer. */
export function deliveryOf(result: Result): Delivery | null {
  const values = Object.values(result.data ?? {});
  const delivery = values.find((value) => value !== null && typeof value === "object" && "cursor" in value && "event" in value);
  return (delivery as Delivery | undefined) ?? null;
}

export function follow(position: Position, delivery: Delivery): Step {
  const next: Position = { last: delivery.cursor, fresh: false };
  if (delivery.event.__typename === "ResyncRequired") return { action: "resync", position: next };
  if (delivery.cursor === position.last) return { action: "skip", position: { ...position, fresh: false } };
  if (!position.fresh && delivery.previous !== position.last) return { action: "gap", position: begin(position.last) };
  return { action: "apply", position: next };
}
