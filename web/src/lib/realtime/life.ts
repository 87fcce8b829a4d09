/** One life of the socket, from its opening to its end: graphql-transport-ws by graphql-ws, and a watch over whether anybody is there. */
import type { GraphQLFormattedError } from "graphql";
import { type Client, createClient, type SubscribePayload } from "graphql-ws";

import { SILENT } from "./closing";
import type { Result } from "./resume";

/** Milliseconds: a ping after so long a silence, and what counts as no answer. */
const PING_AFTER = 20_000;
const ANSWER_WITHIN = 10_000;

export type Life = {
  /** `onEnded`: the server has ended this operation alone, with an error, whose code it is told, or without. */
  start: (payload: SubscribePayload, next: (result: Result) => void, onEnded: (code: unknown) => void) => () => void;
  /** Asks whether anybody is there; without an answer within so many milliseconds it is over. */
  probe: (within?: number) => void;
  end: () => void;
};

type Watch = { heard: () => void; probe: (within?: number) => void; stop: () => void };

function watchOver(ping: () => void, onSilent: () => void): Watch {
  let silence: ReturnType<typeof setTimeout> | undefined;
  let deadline: ReturnType<typeof setTimeout> | undefined;
  let due = Number.POSITIVE_INFINITY;
  const probe = (within = ANSWER_WITHIN) => {
    ping();
    // Who asks again and again does not put off the end.
    if (due <= Date.now() + within) return;
    clearTimeout(deadline);
    due = Date.now() + within;
    deadline = setTimeout(onSilent, within);
  };
  const stop = () => {
    clearTimeout(silence);
    clearTimeout(deadline);
    due = Number.POSITIVE_INFINITY;
  };
  return {
    probe,
    stop,
    heard: () => {
      stop();
      silence = setTimeout(probe, PING_AFTER);
    },
  };
}

/** Of what the server says went wrong with an operation. */
const codeOf = (problem: unknown): unknown => (Array.isArray(problem) ? (problem[0] as GraphQLFormattedError | undefined)?.extensions?.["code"] : undefined);

/** Operations are named after their documents, so that the server can send one frame to many; no name is used twice, since something may still be under way for the last who had it. */
function naming(): (name: string) => string {
  const given = new Map<string, number>();
  return (name) => {
    const number = (given.get(name) ?? 0) + 1;
    given.set(name, number);
    return number === 1 ? name : `${name}-${number}`;
  };
}

export function beginLife(url: string, onOpen: () => void, onClosed: (code: number) => void): Life {
  const nameOf = naming();
  const names = new WeakMap<object, string>();
  let socket: WebSocket | null = null;
  let over = false;
  const close = (code: number) => {
    if (over) return;
    over = true;
    watch.stop();
    onClosed(code);
    void client.dispose()?.catch(() => undefined);
  };
  const watch = watchOver(
    () => {
      if (socket?.readyState === WebSocket.OPEN) socket.send('{"type":"ping"}');
    },
    () => client.terminate(),
  );
  const client: Client = createClient({
    url,
    lazy: false,
    retryAttempts: 0,
    onNonLazyError: () => undefined,
    generateID: (payload) => names.get(payload) ?? "operation",
    on: {
      opened: (opened) => {
        socket = opened as WebSocket;
      },
      // One that was given up while it was being opened answers all the same.
      connected: () => {
        if (!over) onOpen();
      },
      message: watch.heard,
      closed: (event) => close((event as { code?: number }).code ?? SILENT),
      error: () => undefined,
    },
  });
  // Until the server has answered for the first time, too.
  watch.probe();
  return {
    start: (payload, next, onEnded) => {
      names.set(payload, nameOf(payload.operationName ?? "operation"));
      let stopped = false;
      const ended = (code?: unknown) => {
        if (!over && !stopped) onEnded(code);
      };
      const given = (result: Result) => {
        if (!stopped) next(result);
      };
      const stop = client.subscribe<Record<string, unknown>>(payload, { next: given, error: (problem) => ended(codeOf(problem)), complete: () => ended() });
      return () => {
        stopped = true;
        stop();
      };
    },
    probe: watch.probe,
    end: () => {
      over = true;
      watch.stop();
      void client.dispose()?.catch(() => undefined);
    },
  };
}
