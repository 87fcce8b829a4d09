/** One tab among those of a browser: it follows streams by way of whichever tab holds the socket, which may be itself, and stands up when that one is silent. */
import { type Ask, type Hub, type Tell, openHub } from "./hub";
import { type Seat, openSeat } from "./seat";
import type { Status } from "./status";
import { ASK_EVERY, type Watch, unasked, watched } from "./watch";
import type { Wire } from "./wire";

/** What tabs say to each other. `term` names one tenure of the lead; what comes from another one is old. */
type Said =
  | { say: "lead"; term: string }
  | { say: "there"; tab: string }
  | { say: "here"; term: string; to: string; known: boolean; hiddenFor: number; status: Status }
  | { say: "ask"; tab: string; asked: Ask }
  | { say: "tell"; term: string; to: string; told: Tell }
  | { say: "status"; term: string; status: Status }
  | { say: "bye"; tab: string };

/** Milliseconds: of a tab that has not been heard for so long, nothing is kept; should it come back, it asks again. */
const FORGOTTEN = 180_000;

export type Tab = { ask: (asked: Ask) => void; close: () => void };
type TabOptions = {
  /** Shared by the tabs of one session in one language, and by no others. */
  name: string;
  openWire: (onStatus: (status: Status) => void) => Wire;
  onTold: (told: Tell) => void;
  onStatus: (status: Status) => void;
  /** Whoever holds the socket now knows nothing of this tab: everything is to be asked again, under new keys. */
  onNewLead: () => void;
};

const unheard = () => crypto.getRandomValues(new Uint32Array(3)).join("-");

/** A tab by itself, where tabs cannot speak to each other. */
export function openAlone({ openWire, onTold, onStatus }: TabOptions): Tab {
  const hub = openHub(openWire, (_tab, told) => onTold(told), onStatus);
  return { ask: (asked) => hub.ask("", asked), close: hub.close };
}

export function openTab({ name, openWire, onTold, onStatus, onNewLead }: TabOptions): Tab {
  const me = unheard();
  let term: string | null = null;
  let hub: Hub | null = null;
  let watch: Watch = unasked;
  let hiddenSince = document.hidden ? Date.now() : null;
  let channel: BroadcastChannel | null = null;
  let ticking: ReturnType<typeof setInterval> | undefined;
  const heard = new Map<string, number>();

  // A channel is within one origin, and takes none to be named.
  const say = (said: Said) => channel?.postMessage.call(channel, said);
  const meet = (next: string) => {
    watch = unasked;
    if (term === next) return;
    term = next;
    onNewLead();
  };

  const lead = () => {
    const mine = unheard();
    const tell = (to: string, told: Tell) => (to === me ? onTold(told) : say({ say: "tell", term: mine, to, told }));
    const onChange = (status: Status) => {
      onStatus(status);
      say({ say: "status", term: mine, status });
    };
    hub = openHub(openWire, tell, onChange);
    term = mine;
    say({ say: "lead", term: mine });
    onNewLead();
  };
  const step = () => {
    const left = hub;
    hub = null;
    term = null;
    heard.clear();
    left?.close();
    say({ say: "there", tab: me });
  };

  const asLead = (held: Hub, said: Said, now: number) => {
    if (said.say === "there" && term !== null) {
      const hiddenFor = hiddenSince === null ? 0 : now - hiddenSince;
      say({ say: "here", term, to: said.tab, known: held.knows(said.tab), hiddenFor, status: held.status });
    } else if (said.say === "ask") held.ask(said.tab, said.asked);
    else if (said.say === "bye") held.forget(said.tab);
    if ("tab" in said) heard.set(said.tab, now);
  };
  const asFollower = (said: Said, now: number) => {
    if (said.say === "lead") meet(said.term);
    else if (said.say === "here" && said.to === me && (term === null || term === said.term)) {
      if (term === said.term && !said.known) onNewLead();
      else meet(said.term);
      onStatus(said.status);
      consider({ at: now, event: "heard", hiddenFor: said.hiddenFor, visible: !document.hidden });
    } else if (said.say === "tell" && said.to === me && said.term === term) onTold(said.told);
    else if (said.say === "status" && said.term === term) onStatus(said.status);
  };
  const consider = (event: Parameters<typeof watched>[1]) => {
    const next = watched(watch, event);
    watch = next.watch;
    if (next.act === "ask") say({ say: "there", tab: me });
    if (next.act === "take") seat.take();
  };
  const tick = () => {
    if (!hub) return consider({ at: Date.now(), event: "tick", visible: !document.hidden });
    for (const [tab, at] of heard) {
      if (Date.now() - at < FORGOTTEN) continue;
      heard.delete(tab);
      hub.forget(tab);
    }
    return undefined;
  };

  const enter = () => {
    if (channel) return;
    channel = new BroadcastChannel(name);
    channel.addEventListener("message", ({ data }: MessageEvent<Said>) => (hub ? asLead(hub, data, Date.now()) : asFollower(data, Date.now())));
    ticking = setInterval(tick, ASK_EVERY);
    seat.enter();
    say({ say: "there", tab: me });
  };
  /** Frozen, in the back-forward cache or closed: nobody waits for this tab, and nothing piles up for it. */
  const leave = () => {
    if (!channel) return;
    clearInterval(ticking);
    say({ say: "bye", tab: me });
    const left = channel;
    channel = null;
    seat.leave();
    left.close();
    term = null;
    watch = unasked;
  };
  const look = () => {
    hiddenSince = document.hidden ? (hiddenSince ?? Date.now()) : null;
    if (!channel || document.hidden) return;
    // What was asked in the background may have been answered while this tab slept.
    watch = unasked;
    tick();
  };
  const seat: Seat = openSeat(navigator.locks, name, lead, step);
  const listening: [EventTarget, string, () => void][] = [
    [document, "freeze", leave],
    [document, "resume", enter],
    [window, "pagehide", leave],
    [window, "pageshow", enter],
    [document, "visibilitychange", look],
  ];
  for (const [target, event, act] of listening) target.addEventListener(event, act);
  enter();
  return {
    ask: (asked) => {
      if (hub) hub.ask(me, asked);
      // Before anybody is known to lead, nobody is asked: whoever does will be told everything.
      else if (term !== null) say({ say: "ask", tab: me, asked });
    },
    close: () => {
      for (const [target, event, act] of listening) target.removeEventListener(event, act);
      leave();
    },
  };
}
