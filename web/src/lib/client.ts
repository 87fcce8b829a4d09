/** The client of the graph: JSON over POST for questions and changes, the socket for streams, one cache until who looks changes. */
import { Client, fetchExchange, subscriptionExchange } from "urql";

import { createCache } from "./cache";
import { activeLanguage } from "./language";
import { type Socket, openSocket } from "./realtime/socket";

export type Connection = { client: Client; socket: Socket };

function connect(onRevoked: () => void): Connection {
  const socket = openSocket(onRevoked);
  const client = new Client({
    url: "/graphql",
    preferGetMethod: false,
    requestPolicy: "cache-first",
    fetchOptions: () => ({
      credentials: "same-origin",
      headers: { "Accept-Language": activeLanguage(), "X-Engawa-Language": activeLanguage() },
    }),
    exchanges: [
      createCache(),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = "", variables, operationName }) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe(
              { query, variables: variables as Record<string, unknown>, operationName: operationName ?? null },
              sink as Parameters<Socket["subscribe"]>[1],
            ),
          }),
        }),
      }),
    ],
  });
  return { client, socket };
}

const watchers = new Set<() => void>();
let current: Connection | null = null;

/** Each connection has a cache of its own: a new one forgets all that the last reader saw. */
export function renewConnection(): void {
  current?.socket.close();
  current = connect(renewConnection);
  for (const tell of watchers) tell();
}

export function currentConnection(): Connection {
  current ??= connect(renewConnection);
  return current;
}

export function watchConnection(tell: () => void): () => void {
  watchers.add(tell);
  return () => {
    watchers.delete(tell);
  };
}
