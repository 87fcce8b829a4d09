/** For tests: the tabs of one browser, on sockets, channels, locks and a clock that the test holds. */
import { afterEach, beforeEach, vi } from "vitest";

import { FakeChannel, FakeSocket, fakeLocks } from "./fakes";
import type { Result } from "./resume";
import { type Socket, openSocket } from "./socket";

const payload = { query: "subscription Inbox { inbox { cursor } }", operationName: "Inbox" };
const cursorOf = (result: Result) => (result.data as { inbox: { cursor: string } }).inbox.cursor;

let tabs: Socket[] = [];

export const settle = () => vi.advanceTimersByTimeAsync(50);

export const latest = () => {
  const found = FakeSocket.all.at(-1);
  if (!found) throw new Error("no socket was opened");
  return found;
};

/** Every test of the module begins with no tab open, and ends with all closed. */
export function stage() {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("WebSocket", FakeSocket);
    vi.stubGlobal("BroadcastChannel", FakeChannel);
    Object.defineProperty(navigator, "locks", { value: fakeLocks(), configurable: true });
    sessionStorage.clear();
    FakeSocket.all = [];
    FakeSocket.mute = false;
    FakeChannel.frozen.clear();
    tabs = [];
  });

  afterEach(() => {
    for (const tab of tabs) tab.close();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
}

export function open(viewer = "member", onRevoked = () => {}): Socket {
  const tab = openSocket(viewer, onRevoked);
  tabs.push(tab);
  return tab;
}

export function subscribe(tab: Socket, after?: string) {
  const seen: string[] = [];
  const stop = tab.subscribe({ ...payload, variables: after ? { after } : {} }, { next: (result) => seen.push(cursorOf(result)) });
  return { seen, stop };
}
