/** The one socket of this tab: opened when first needed, back with full jitter when lost, and each stream resumed from its last cursor. */
import { type Client, createClient, type ExecutionResult, type SubscribePayload } from "graphql-ws";

import { activeLanguage } from "../language";
import { jitter } from "../online";
import { readCursor, streamOf, writeCursor } from "./cursors";
import { type Delivery, begin, follow } from "./resume";

/** The server has ended this session; only signing in again helps. */
const REVOKED = 4403;

export type Sink = { next: (result: ExecutionResult) => void; error: (error: unknown) => void; complete: () => void };

export type Socket = { subscribe: (payload: SubscribePayload, sink: Sink) => () => void; close: () => void };

function address(): string {
  return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/graphql?language=${activeLanguage()}`;
}

/** Operations are named after their documents, so that the server can send one frame to many; a second of the same name gets a number. */
function operationIds() {
  const taken = new Set<string>();
  return {
    take(name: string): string {
      let id = name;
      for (let number = 2; taken.has(id); number += 1) id = `${name}-${number}`;
      taken.add(id);
      return id;
    },
    free: (id: string) => taken.delete(id),
  };
}

function deliveryOf(result: ExecutionResult): Delivery | null {
  const values = Object.values(result.data ?? {});
  const delivery = values.find((value) => value !== null && typeof value === "object" && "cursor" in value && "event" in value);
  return (delivery as Delivery | undefined) ?? null;
}

export function openSocket(onRevoked: () => void): Socket {
  const ids = operationIds();
  const idOf = new WeakMap<object, string>();
  const client: Client = createClient({
    url: address,
    lazy: true,
    lazyCloseTimeout: 5_000,
    keepAlive: 20_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: (cause) => !(cause instanceof CloseEvent && cause.code === REVOKED),
    retryWait: async (attempt) => {
      await new Promise((resolve) => setTimeout(resolve, jitter(attempt)));
    },
    generateID: (payload) => idOf.get(payload) ?? "operation",
    on: {
      closed: (event) => {
        if (event instanceof CloseEvent && event.code === REVOKED) onRevoked();
      },
    },
  });
  return {
    subscribe: (payload, sink) => resumed(client, payload, sink, ids, idOf),
    close: () => void client.dispose(),
  };
}

/** A subscription that survives the socket: each time it is sent anew, it asks for what came after the last delivery. */
function resumed(client: Client, payload: SubscribePayload, sink: Sink, ids: ReturnType<typeof operationIds>, idOf: WeakMap<object, string>): () => void {
  const variables = payload.variables ?? {};
  const stream = streamOf(payload.operationName ?? "", variables);
  const given = typeof variables["after"] === "string" ? variables["after"] : null;
  let position = begin(given ?? readCursor(stream));
  let stop: () => void = () => undefined;

  const start = () => {
    const id = ids.take(payload.operationName ?? "operation");
    // graphql-ws writes the payload anew after every reconnection, so a getter lets it ask from wherever we stand then.
    const current: SubscribePayload = {
      ...payload,
      variables: {
        ...variables,
        get after() {
          position = begin(position.last);
          return position.last;
        },
      },
    };
    idOf.set(current, id);
    const end = client.subscribe<Record<string, unknown>>(current, { next: receive, error: sink.error, complete: sink.complete });
    stop = () => {
      end();
      ids.free(id);
    };
  };

  const receive = (result: ExecutionResult) => {
    const delivery = deliveryOf(result);
    if (!delivery) {
      sink.next(result);
      return;
    }
    const step = follow(position, delivery);
    position = step.position;
    if (step.action === "gap") {
      stop();
      start();
      return;
    }
    if (step.action === "skip") return;
    writeCursor(stream, delivery.cursor);
    sink.next(result);
  };

  start();
  return () => stop();
}
