/**
 * One subscription on the socket for all who follow the same stream, wherever each of them begins: pure, with no socket in sight.
 *
 * Cursors cannot be compared, so who begins at a cursor that is not known here gets a subscription of their own, a branch; as soon as
 * one branch delivers what another one knows, both have become the same, and one of them ends.
 */
import { type Position, type Result, begin, deliveryOf, follow } from "./resume";

/** An operation on the socket; `after` is asked each time it is sent, also when the socket was lost and opened again. */
export type Operation = { after: () => string | null; next: (result: Result) => void };
export type Running = { /** Send it anew. */ restart: () => void; stop: () => void };
export type Open = (operation: Operation) => Running;

export type Listener = { after: string | null; next: (result: Result) => void };
export type Shared = {
  /** What came after `listener.after` is handed over before this returns, when it is known. Returns how to leave. */
  join: (listener: Listener) => () => void;
  readonly listeners: number;
};

/** So many deliveries are remembered for who joins later. */
const KEPT = 50;

type Kept = { cursor: string; result: Result };
type Branch = {
  position: Position;
  /** The cursor before the first of `kept`; null when it began at the present and nothing has come yet. */
  from: string | null;
  kept: Kept[];
  listeners: Set<Listener>;
  running: Running | null;
};

/** What a branch delivered after `cursor`; null when it does not know that cursor. */
function after(branch: Branch, cursor: string): readonly Kept[] | null {
  if (branch.from === cursor) return branch.kept;
  const at = branch.kept.findLastIndex((one) => one.cursor === cursor);
  return at < 0 ? null : branch.kept.slice(at + 1);
}

function keep(branch: Branch, cursor: string, result: Result): void {
  branch.kept.push({ cursor, result });
  while (branch.kept.length > KEPT) branch.from = branch.kept.shift()?.cursor ?? branch.from;
}

export function shareStream(open: Open): Shared {
  const branches = new Set<Branch>();

  const end = (branch: Branch) => {
    branches.delete(branch);
    branch.running?.stop();
  };

  /** Everybody on `branch` has just been given `cursor`: where another branch knows it, they go on there. */
  const merge = (branch: Branch, cursor: string) => {
    for (const other of branches) {
      const missed = other === branch ? null : after(other, cursor);
      if (!missed) continue;
      const moving = [...branch.listeners];
      branch.listeners.clear();
      for (const listener of moving) other.listeners.add(listener);
      end(branch);
      for (const { result } of missed.slice()) for (const listener of moving) if (other.listeners.has(listener)) listener.next(result);
      return;
    }
  };

  const receive = (branch: Branch, result: Result) => {
    if (!branches.has(branch)) return;
    const delivery = deliveryOf(result);
    const step = delivery && follow(branch.position, delivery);
    if (step) branch.position = step.position;
    if (step?.action === "gap") branch.running?.restart();
    if (step?.action === "gap" || step?.action === "skip") return;
    if (delivery) keep(branch, delivery.cursor, result);
    for (const listener of Array.from(branch.listeners)) listener.next(result);
    if (delivery) merge(branch, delivery.cursor);
  };

  const grow = (from: string | null): Branch => {
    const branch: Branch = { position: begin(from), from, kept: [], listeners: new Set(), running: null };
    branches.add(branch);
    branch.running = open({
      after: () => {
        branch.position = begin(branch.position.last);
        return branch.position.last;
      },
      next: (result) => receive(branch, result),
    });
    return branch;
  };

  const leave = (listener: Listener) => {
    for (const branch of branches) if (branch.listeners.delete(listener) && branch.listeners.size === 0) end(branch);
  };

  return {
    join: (listener) => {
      const from = listener.after;
      const known = [...branches].map((branch) => ({ branch, missed: from === null ? [] : after(branch, from) })).find(({ missed }) => missed);
      const { branch, missed } = known ?? { branch: grow(from), missed: [] };
      branch.listeners.add(listener);
      for (const { result } of missed?.slice() ?? []) listener.next(result);
      return () => leave(listener);
    },
    get listeners() {
      return [...branches].reduce((sum, { listeners }) => sum + listeners.size, 0);
    },
  };
}
