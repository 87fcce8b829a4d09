/** Which tab holds the socket: the one that has the lock. The browser gives it on when a tab closes or crashes; a tab that froze is robbed of it. */

export type Seat = {
  /** Takes the lock from whoever holds it, and does not answer. */
  take: () => void;
  /** Gives it up, and stands in no queue any more. */
  leave: () => void;
  /** Stands in the queue again. */
  enter: () => void;
};

/** `onLead` and `onLost` alternate, beginning with `onLead`. */
export function openSeat(locks: LockManager, name: string, onLead: () => void, onLost: () => void): Seat {
  let turn = 0;
  let give: (() => void) | null = null;
  let queue: AbortController | null = null;

  const lost = () => {
    if (!give) return;
    give = null;
    onLost();
  };
  const request = async (steal: boolean): Promise<void> => {
    turn += 1;
    const mine = turn;
    queue?.abort();
    queue = steal ? null : new AbortController();
    const hold = () =>
      new Promise<void>((resolve) => {
        if (mine !== turn) return resolve();
        give = resolve;
        onLead();
        return undefined;
      });
    try {
      await (queue ? locks.request(name, { signal: queue.signal }, hold) : locks.request(name, { steal: true }, hold));
    } catch (error) {
      // Robbed, or not waiting any more; where there can be no lock at all, each tab leads itself.
      if ((error as DOMException).name !== "AbortError" && mine === turn) {
        give = () => undefined;
        return onLead();
      }
    }
    if (mine !== turn) return;
    lost();
    void request(false);
  };
  return {
    take: () => {
      if (!give) void request(true);
    },
    leave: () => {
      turn += 1;
      queue?.abort();
      queue = null;
      const held = give;
      lost();
      held?.();
    },
    enter: () => {
      if (!give && !queue) void request(false);
    },
  };
}
