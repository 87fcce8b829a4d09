/** What the tab that holds the socket does for all tabs: each stream once on the socket, each delivery to whoever asked for it. */
import { type Shared, shareStream } from "./branches";
import type { Result } from "./resume";
import type { Status } from "./status";
import type { Payload, Wire } from "./wire";

/** What a tab asks of the one that holds the socket. A `key` is used once: what still arrives for an old one is dropped. */
export type Ask = { ask: "follow"; key: string; payload: Payload; after: string | null } | { ask: "leave"; key: string } | { ask: "wake" };
export type Tell = { key: string; result: Result };

export type Hub = {
  ask: (tab: string, asked: Ask) => void;
  /** Whether this tab has asked for something before. */
  knows: (tab: string) => boolean;
  forget: (tab: string) => void;
  readonly status: Status;
  close: () => void;
};

/** Tabs of different releases may ask for different things under one name. */
const shareKey = ({ query, variables }: Payload): string => JSON.stringify([query, Object.entries(variables).sort(([one], [other]) => (one < other ? -1 : 1))]);

export function openHub(open: (onStatus: (status: Status) => void) => Wire, tell: (tab: string, told: Tell) => void, onStatus: (status: Status) => void): Hub {
  const streams = new Map<string, Shared>();
  const tabs = new Map<string, Map<string, () => void>>();
  let status: Status = { state: "idle" };
  const wire = open((changed) => {
    status = changed;
    onStatus(changed);
  });

  const followed = (payload: Payload): Shared => {
    const key = shareKey(payload);
    const known = streams.get(key);
    if (known) return known;
    const made = shareStream(wire.open(payload));
    streams.set(key, made);
    return made;
  };
  const leave = (tab: string, key: string) => {
    tabs.get(tab)?.get(key)?.();
    tabs.get(tab)?.delete(key);
    for (const [name, stream] of streams) if (stream.listeners === 0) streams.delete(name);
  };
  const followsOf = (tab: string) => {
    const known = tabs.get(tab) ?? new Map<string, () => void>();
    tabs.set(tab, known);
    return known;
  };
  return {
    ask: (tab, asked) => {
      const follows = followsOf(tab);
      if (asked.ask === "wake") wire.wake();
      else if (asked.ask === "leave") leave(tab, asked.key);
      else if (!follows.has(asked.key)) {
        const { key, payload, after } = asked;
        follows.set(
          key,
          followed(payload).join({ after, next: (result) => tell(tab, { key, result }) }),
        );
      }
    },
    knows: (tab) => tabs.has(tab),
    forget: (tab) => {
      for (const key of tabs.get(tab)?.keys() ?? []) leave(tab, key);
      tabs.delete(tab);
    },
    get status() {
      return status;
    },
    close: () => {
      tabs.clear();
      streams.clear();
      wire.close();
    },
  };
}
