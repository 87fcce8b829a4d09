/** The client of the graph: JSON over POST for questions and changes, the socket for streams, one cache until who looks changes. */
import { Client, fetchExchange, getOperationName, subscriptionExchange } from "urql";

import { byId, documentOf } from "./byId";
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
      byId,
      fetchExchange,
      subscriptionExchange({
        // graphql-ws wants a text; the id stands beside an empty one.
        forwardSubscription: ({ query = "", documentId, variables }, operation) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe(
              {
                query,
                ...(documentId ? { documentId } : {}),
                variables: variables as Record<string, unknown>,
                operationName: getOperationName(documentOf(operation)) ?? null,
              },
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
