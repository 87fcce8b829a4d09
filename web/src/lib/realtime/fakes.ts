/** For tests: the other end of a socket, the channel between tabs and their lock, each played by the test. */
type Frame = { type: string; id?: string; payload?: { operationName?: string; variables?: { after?: string | null } } };

export class FakeSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  static all: FakeSocket[] = [];
  /** A tunnel: nothing is answered any more, and nobody says so. */
  static mute = false;

  readyState = 1;
  sent: Frame[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;
  readonly url: string;

  constructor(url: string) {
    this.url = url;
    FakeSocket.all.push(this);
    queueMicrotask(() => !FakeSocket.mute && this.onopen?.());
  }

  send(text: string) {
    const frame = JSON.parse(text) as Frame;
    this.sent.push(frame);
    if (FakeSocket.mute) return;
    if (frame.type === "connection_init") queueMicrotask(() => this.say({ type: "connection_ack" }));
    if (frame.type === "ping") queueMicrotask(() => this.say({ type: "pong" }));
  }

  say(message: object) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  close(code = 1000) {
    this.readyState = 3;
    this.onclose?.(new CloseEvent("close", { code }));
  }

  deliver(id: string, cursor: string, previous: string | null, typename = "MessageSent") {
    this.say({ type: "next", id, payload: { data: { inbox: { cursor, previous, event: { __typename: typename } } } } });
  }

  get subscriptions(): Frame[] {
    return this.sent.filter(({ type }) => type === "subscribe");
  }

  static get open(): FakeSocket[] {
    return FakeSocket.all.filter(({ readyState }) => readyState === 1);
  }
}

const channels = new Map<string, Set<FakeChannel>>();

export class FakeChannel {
  /** A tab that is frozen neither speaks nor hears. */
  static frozen = new Set<FakeChannel>();
  private readonly name: string;
  private hear: (event: { data: unknown }) => void = () => undefined;

  constructor(name: string) {
    this.name = name;
    channels.set(name, (channels.get(name) ?? new Set()).add(this));
  }

  postMessage(data: unknown) {
    if (FakeChannel.frozen.has(this)) return;
    for (const other of channels.get(this.name) ?? []) if (other !== this) queueMicrotask(() => !FakeChannel.frozen.has(other) && other.hear({ data: structuredClone(data) }));
  }

  addEventListener(_event: "message", hear: (event: { data: unknown }) => void) {
    this.hear = hear;
  }

  close() {
    channels.get(this.name)?.delete(this);
  }

  static of(name: string): FakeChannel[] {
    return [...(channels.get(name) ?? [])];
  }

  static get names(): string[] {
    return [...channels].filter(([, open]) => open.size > 0).map(([name]) => name);
  }
}

type Held = { end: (error?: DOMException) => void };
type Waiting = { take: () => void };

/** One exclusive lock a name, with a queue, and taken from its holder by `steal`. */
export function fakeLocks(): LockManager {
  const held = new Map<string, Held>();
  const queues = new Map<string, Waiting[]>();
  const aborted = () => new DOMException("aborted", "AbortError");
  const next = (name: string) => queues.get(name)?.shift()?.take();
  const request = (name: string, options: LockOptions, act: () => Promise<unknown>) =>
    new Promise((resolve, reject) => {
      const take = () => {
        const mine: Held = {
          end: (error) => {
            if (held.get(name) !== mine) return;
            held.delete(name);
            if (error) reject(error);
            else resolve(undefined);
          },
        };
        held.set(name, mine);
        const over = async () => {
          await act();
          if (held.get(name) !== mine) return;
          mine.end();
          next(name);
        };
        void over();
      };
      if (options.steal) held.get(name)?.end(aborted());
      if (options.steal || !held.has(name)) {
        held.set(name, { end: () => undefined });
        return queueMicrotask(take);
      }
      const waiting = { take };
      queues.set(name, [...(queues.get(name) ?? []), waiting]);
      options.signal?.addEventListener("abort", () => {
        queues.set(name, (queues.get(name) ?? []).filter((one) => one !== waiting));
        reject(aborted());
      });
      return undefined;
    });
  return { request } as unknown as LockManager;
}
