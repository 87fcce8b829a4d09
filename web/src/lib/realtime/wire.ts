/** The socket of a browser for as long as somebody follows something: opened when needed, and opened again when it is lost. */
import type { SubscribePayload } from "graphql-ws";

import { jitter } from "../online";
import type { Open, Operation, Running } from "./branches";
import { REVOKED, waitAfter } from "./closing";
import { type Life, beginLife } from "./life";
import type { Status } from "./status";

export type Payload = { query: string; operationName: string | null; variables: Record<string, unknown> };

export type Wire = {
  open: (payload: Payload) => Open;
  /** Something changed (the network, who looks): try at once, or ask whether the other side is still there. */
  wake: () => void;
  close: () => void;
};

/** Milliseconds: kept open when nobody listens; a connection that held so long begins to count its tries anew; an answer when woken. */
const LINGER = 5_000;
const HELD = 5_000;
const WOKEN = 5_000;

type Started = Operation & { payload: Payload; end: () => void; refused: number; again?: ReturnType<typeof setTimeout> };

export function openWire(address: () => string, onStatus: (status: Status) => void, onRevoked: () => void, firstWait = 0): Wire {
  const operations = new Set<Started>();
  let life: Life | null = null;
  let opened = 0;
  let attempt = 0;
  let since = Date.now();
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const start = (operation: Started) => {
    if (!life || !opened) return;
    const payload: SubscribePayload = { ...operation.payload, variables: { ...operation.payload.variables, after: operation.after() } };
    operation.end = life.start(
      payload,
      (result) => {
        operation.refused = 0;
        operation.next(result);
      },
      (code) => {
        // Of a member's stream: their session ended while there was no connection to hear it by.
        if (code === "NotSignedIn") return revoked();
        operation.refused += 1;
        operation.again = setTimeout(() => operations.has(operation) && start(operation), 15_000 + jitter(operation.refused + 4));
      },
    );
  };
  const revoked = () => {
    close();
    onRevoked();
  };
  const lost = (code: number) => {
    if (opened && Date.now() - opened > HELD) attempt = 0;
    if (opened) since = Date.now();
    life = null;
    opened = 0;
    for (const operation of operations) clearTimeout(operation.again);
    if (closed) return;
    if (code === REVOKED) revoked();
    else if (operations.size === 0) onStatus({ state: "idle" });
    else {
      wait(navigator.onLine ? waitAfter(code, attempt) : 60_000);
      attempt += 1;
    }
  };
  const wait = (milliseconds: number) => {
    onStatus({ state: "lost", since, next: Date.now() + milliseconds });
    clearTimeout(timer);
    timer = setTimeout(connect, milliseconds);
  };
  const connect = () => {
    clearTimeout(timer);
    if (closed || life || operations.size === 0) return;
    onStatus({ state: "lost", since, next: null });
    life = beginLife(
      address(),
      () => {
        opened = Date.now();
        onStatus({ state: "open" });
        for (const operation of operations) start(operation);
      },
      lost,
    );
  };
  const hangUp = () => {
    if (operations.size > 0) return;
    life?.end();
    life = null;
    opened = 0;
    clearTimeout(timer);
    onStatus({ state: "idle" });
  };
  const close = () => {
    closed = true;
    for (const operation of operations) clearTimeout(operation.again);
    operations.clear();
    hangUp();
  };
  const run = (payload: Payload, given: Operation): Running => {
    const operation: Started = { ...given, payload, end: () => undefined, refused: 0 };
    operations.add(operation);
    if (life) start(operation);
    else if (operations.size === 1) {
      since = Date.now();
      if (firstWait > 0) wait(firstWait);
      else connect();
    }
    const end = () => {
      clearTimeout(operation.again);
      operation.end();
    };
    return {
      restart: () => {
        end();
        start(operation);
      },
      stop: () => {
        operations.delete(operation);
        end();
        if (operations.size === 0 && !closed) setTimeout(() => closed || hangUp(), LINGER);
      },
    };
  };
  return {
    open: (payload) => (operation) => run(payload, operation),
    wake: () => {
      // A try that is under way may be of before; the next one comes as soon as after the first.
      attempt = 0;
      if (life) life.probe(WOKEN);
      else connect();
    },
    close,
  };
}
