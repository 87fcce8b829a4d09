/** The client of the graph: JSON over POST for questions and changes, the socket for streams, one cache until who looks changes. */
import { Client, fetchExchange, getOperationName, subscriptionExchange } from "urql";

import { byId, documentOf } from "./byId";
import { createCache } from "./cache";
import { belongTo, forgetEverything } from "./forgetting";
import { untilNextTry } from "./online";
import { patientExchange } from "./patient";
import { forgetCursors } from "./realtime/cursors";
import type { Sink, Socket } from "./realtime/socket";
import { requestOptions } from "./request";
import { changeSession, watchSession } from "./session";
import { unbroken } from "./unbroken";

type Connection = {
  client: Client;
  /** Who looks, as the server said it through this very client: the socket is shared by their tabs only. */
  identify: (viewer: string | null) => void;
  /** Who that is, as soon as it is known: an id, or "guest". */
  viewer: Promise<string>;
  /** Whether a member has looked through it. */
  hasMember: () => boolean;
  /** Another one where whoever looks may be somebody else: then nothing stays on the page. */
  generation: number;
  close: () => void;
};

/** The socket, once somebody listens and it is known who they are; its code is no part of what a page loads first. */
function lazySocket(viewer: Promise<string>, leaving: AbortController, onRevoked: () => void): { open: () => Promise<Socket>; close: () => void } {
  let opened: Promise<Socket> | null = null;
  const load = async (): Promise<Socket> => {
    const who = await viewer;
    for (let attempt = 0; ; attempt += 1) {
      try {
        const { openSocket } = await import("./realtime/socket");
        if (leaving.signal.aborted) break;
        return openSocket(who, onRevoked);
      } catch {
        if (leaving.signal.aborted) break;
        await untilNextTry(attempt, leaving.signal);
      }
    }
    return new Promise(() => undefined);
  };
  return {
    open: () => (opened ??= load()),
    close: () => {
      leaving.abort();
      void opened?.then((socket) => socket.close());
    },
  };
}

function connect(): Connection {
  let identified: (viewer: string) => void = () => undefined;
  const viewer = new Promise<string>((resolve) => {
    identified = resolve;
  });
  let looked: string | null = null;
  const leaving = new AbortController();
  const socket = lazySocket(viewer, leaving, revoked);
  const client = new Client({
    url: "/graphql",
    preferGetMethod: false,
    requestPolicy: "cache-first",
    fetchOptions: () => requestOptions(),
    exchanges: [
      patientExchange(leaving.signal),
      createCache(),
      unbroken,
      byId,
      fetchExchange,
      subscriptionExchange({
        // graphql-ws wants a text; the id stands beside an empty one.
        forwardSubscription: ({ query = "", documentId, variables }, operation) => ({
          subscribe: (sink) => {
            const payload = {
              query,
              ...(documentId ? { documentId } : {}),
              variables: (variables ?? {}) as Record<string, unknown>,
              operationName: getOperationName(documentOf(operation)) ?? null,
            };
            let stop: (() => void) | null = () => undefined;
            void socket.open().then((opened) => {
              if (stop) stop = opened.subscribe(payload, sink as Sink);
            });
            return {
              unsubscribe: () => {
                stop?.();
                stop = null;
              },
            };
          },
        }),
      }),
    ],
  });
  const hasMember = () => looked !== null && looked !== GUEST;
  const identify = (who: string | null) => {
    const now = who ?? GUEST;
    const changed = looked !== null && looked !== now;
    if (who !== null) belongTo(who);
    else if (doubted || hasMember()) forgetEverything();
    doubted = false;
    looked = now;
    identified(now);
    // Without a word of it, as while there was no connection: what the last one has read is in this client's cache.
    if (changed) renewConnection();
  };
  return { client, identify, viewer, hasMember, generation, close: socket.close };
}

const GUEST = "guest";
const watchers = new Set<() => void>();
let generation = 0;
/** A member was here, and it is not known yet who is here now. */
let doubted = false;
let current: Connection | null = null;

/** Each connection has a cache of its own: a new one forgets all that the last reader saw. */
export function renewConnection(): void {
  doubted ||= current?.hasMember() ?? false;
  current?.close();
  current = connect();
  for (const tell of watchers) tell();
}

/** What somebody may do has changed, or a guest signed in: whatever any tab of this browser has read is read anew. */
export function renewSession(same: boolean): void {
  changeSession(same);
  renewConnection();
}

/** Who was signed in here is not any more: nothing of theirs stays on any page, whether or not the server is there to be asked. */
export function endSession(): void {
  generation += 1;
  renewSession(false);
}

/** The server closed the socket because the session is over, or may do other things than before; who asks is told which. */
const revoked = (): void => renewSession(true);

watchSession((same) => {
  forgetCursors();
  if (!same) generation += 1;
  renewConnection();
});

export function currentConnection(): Connection {
  current ??= connect();
  return current;
}

/** Who looks, as the server said it through this client; nothing when another one has taken its place. */
export const viewerOf = async (client: Client): Promise<string | null> => (current?.client === client ? current.viewer : null);

export function watchConnection(tell: () => void): () => void {
  watchers.add(tell);
  return () => {
    watchers.delete(tell);
  };
}

/** Says who looks, as the server told this client; nothing when another one has taken its place meanwhile. */
export function identify(client: Client, viewer: string | null): void {
  if (current?.client === client) current.identify(viewer);
}
