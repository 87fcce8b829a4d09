/** What this tab follows: each stream from its last cursor, whichever tab holds the socket, and each delivery to the page once. */
import { jitter } from "../online";
import { activeLanguage } from "../language";
import { sessionMark } from "../session";
import { readCursor, streamOf, writeCursor } from "./cursors";
import { type Tell } from "./hub";
import { type Position, type Result, begin, deliveryOf, follow } from "./resume";
import { onTryNow, setStatus } from "./status";
import { type Tab, openAlone, openTab } from "./tab";
import { type Payload, openWire } from "./wire";

export type Sink = { next: (result: Result) => void };
export type Socket = { subscribe: (payload: Payload, sink: Sink) => () => void; close: () => void };

/** The release of what tabs say to each other: those of another one do not listen. */
const SPEECH = 1;

type Followed = { payload: Payload; stream: string; position: Position; key: string; sink: Sink };

function address(): string {
  return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/graphql?language=${activeLanguage()}`;
}

/** Who was told to be somebody else, again and again, waits longer each time. */
const revocations: number[] = [];
function revokedAgain(): number {
  const recent = revocations.filter((at) => Date.now() - at < 60_000).length;
  return recent < 2 ? 0 : jitter(recent + 2);
}

/** `viewer` is the id of who is signed in: what they follow reaches no tab of anybody else. */
export function openSocket(viewer: string, onRevoked: () => void): Socket {
  const followed = new Map<string, Followed>();
  let keys = 0;

  const ask = (one: Followed) => {
    followed.delete(one.key);
    keys += 1;
    one.key = String(keys);
    one.position = begin(one.position.last);
    followed.set(one.key, one);
    tab.ask({ ask: "follow", key: one.key, payload: one.payload, after: one.position.last });
  };
  const receive = ({ key, result }: Tell) => {
    const one = followed.get(key);
    if (!one) return;
    const delivery = deliveryOf(result);
    if (!delivery) return one.sink.next(result);
    const step = follow(one.position, delivery);
    one.position = step.position;
    if (step.action === "skip") return undefined;
    if (step.action === "gap") {
      tab.ask({ ask: "leave", key });
      return ask(one);
    }
    writeCursor(one.stream, delivery.cursor);
    return one.sink.next(result);
  };
  const revoked = () => {
    revocations.push(Date.now());
    onRevoked();
  };
  const shared = "BroadcastChannel" in window && navigator.locks !== undefined;
  const tab: Tab = (shared ? openTab : openAlone)({
    name: ["engawa.line", SPEECH, sessionMark(), viewer, activeLanguage()].join("."),
    openWire: (onStatus) => openWire(address, onStatus, revoked, revokedAgain()),
    onTold: receive,
    onStatus: setStatus,
    onNewLead: () => [...followed.values()].forEach(ask),
  });

  const wake = () => tab.ask({ ask: "wake" });
  const look = () => {
    if (!document.hidden) wake();
  };
  const network = (navigator as { connection?: EventTarget }).connection;
  window.addEventListener("online", wake);
  document.addEventListener("visibilitychange", look);
  network?.addEventListener("change", wake);
  onTryNow(wake);
  return {
    subscribe: (payload, sink) => {
      const { after, ...variables } = payload.variables;
      const stream = streamOf(payload.operationName ?? "", variables);
      const one: Followed = { payload: { ...payload, variables }, stream, position: begin(typeof after === "string" ? after : readCursor(stream)), key: "", sink };
      ask(one);
      return () => {
        followed.delete(one.key);
        tab.ask({ ask: "leave", key: one.key });
      };
    },
    close: () => {
      followed.clear();
      window.removeEventListener("online", wake);
      document.removeEventListener("visibilitychange", look);
      network?.removeEventListener("change", wake);
      tab.close();
      setStatus({ state: "idle" });
    },
  };
}
