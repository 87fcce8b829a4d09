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

type Connection = {
  client: Client;
  /** Who looks, as the server said it through this very client: the socket is shared by their tabs only. */
  identify: (viewer: string | null) => void;
  close: () => void;
};

/** The socket, once somebody listens and it is known who they are; its code is no part of what a page loads first. */
function lazySocket(onRevoked: () => void): { open: () => Promise<Socket>; identify: (viewer: string | null) => void; close: () => void } {
  let identified: (viewer: string) => void = () => undefined;
  const viewer = new Promise<string>((resolve) => {
    identified = resolve;
  });
  const leaving = new AbortController();
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
    identify: (who) => identified(who ?? "guest"),
    close: () => {
      leaving.abort();
      void opened?.then((socket) => socket.close());
    },
  };
}

function connect(): Connection {
  const socket = lazySocket(revoked);
  const client = new Client({
    url: "/graphql",
    preferGetMethod: false,
    requestPolicy: "cache-first",
    fetchOptions: () => requestOptions(),
    exchanges: [
      patientExchange,
      createCache(),
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
  return { client, identify: socket.identify, close: socket.close };
}

const watchers = new Set<() => void>();
let current: Connection | null = null;

/** Each connection has a cache of its own: a new one forgets all that the last reader saw. */
export function renewConnection(): void {
  current?.close();
  current = connect();
  for (const tell of watchers) tell();
}

/** Somebody signed in or out here: whatever any tab of this browser has read is not theirs. */
export function renewSession(): void {
  changeSession();
  renewConnection();
}

let doubted = false;

/** The server closed the socket because the session is over, or may do other things than before; who asks is told which. */
function revoked(): void {
  doubted = true;
  renewSession();
}

watchSession(() => {
  forgetCursors();
  renewConnection();
});

export function currentConnection(): Connection {
  current ??= connect();
  return current;
}

export function watchConnection(tell: () => void): () => void {
  watchers.add(tell);
  return () => {
    watchers.delete(tell);
  };
}

/** Says who looks, as the server told this client; nothing when another one has taken its place meanwhile. */
export function identify(client: Client, viewer: string | null): void {
  if (current?.client !== client) return;
  if (viewer !== null) belongTo(viewer);
  else if (doubted) forgetEverything();
  doubted = false;
  current.identify(viewer);
}
