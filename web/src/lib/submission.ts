/** How a form is sent: once for each press, safely again after a lost connection, and its refusal put where it belongs. */
import { useCallback, useEffect, useRef, useState } from "react";
import { type CombinedError, type TypedDocumentNode, useClient } from "urql";

import { never } from "./never";
import { untilNextTry } from "./online";

type Refusal =
  | { __typename: "Invalid"; message: string; field?: string }
  | { __typename: "NotFound" | "NotAllowed"; message: string }
  | { __typename: "Conflict"; message: string; code?: string; fields?: readonly string[] }
  | { __typename: "TooMany"; message: string; retryAfterSeconds?: number };

export type Problem =
  | { kind: "invalid"; field: string | null; message: string }
  | {
      kind: "refused";
      name: "NotFound" | "NotAllowed" | "Conflict" | "TooMany";
      message: string;
      /** Of a conflict: which one, e.g. AlreadyClosed. */
      code?: string;
      /** Of a conflict: what stands in the way. */
      fields?: readonly string[];
    }
  /** Nobody expected this; the id is what the server's log calls it. */
  | { kind: "unexpected"; errorId: string | null }
  /** It needs a connection, and there is none: what was read may not hold any more when there is one again. */
  | { kind: "unreached" }
  /** So much waits to be sent that nothing more is kept. */
  | { kind: "full" };

type RootField<Data> = Exclude<keyof Data, "__typename">;
export type Answer<Data> = NonNullable<Data[RootField<Data>]>;
/** The part of a mutation's union that is no refusal. */
export type Success<Data> = Exclude<Answer<Data>, { __typename: Refusal["__typename"] }>;
export type Outcome<Data> = { ok: true; data: Success<Data> } | { ok: false; problem: Problem };

const REFUSALS: readonly string[] = ["Invalid", "NotFound", "NotAllowed", "Conflict", "TooMany"] satisfies Refusal["__typename"][];

function problemOf(refusal: Refusal): Problem {
  switch (refusal.__typename) {
    case "Invalid":
      return { kind: "invalid", field: refusal.field ?? null, message: refusal.message };
    case "NotFound":
    case "NotAllowed":
    case "TooMany":
      return { kind: "refused", name: refusal.__typename, message: refusal.message };
    case "Conflict":
      return { kind: "refused", name: refusal.__typename, message: refusal.message, ...(refusal.code ? { code: refusal.code } : {}), ...(refusal.fields ? { fields: refusal.fields } : {}) };
    default:
      return never(refusal);
  }
}

/** The id that the server logged a masked error under. */
export function errorIdOf(error: CombinedError | undefined): string | null {
  const id = error?.graphQLErrors[0]?.extensions["id"];
  return typeof id === "string" ? id : null;
}

/** What a mutation's one root field says: its success, or a problem. */
export function outcomeOf<Data extends object>(data: Data | undefined, error: CombinedError | undefined): Outcome<Data> {
  const field = data && (Object.keys(data) as (keyof Data)[]).find((key) => key !== "__typename");
  const answer = field ? (data[field] as { __typename: string } | null) : null;
  if (!answer) return { ok: false, problem: { kind: "unexpected", errorId: errorIdOf(error) } };
  if (REFUSALS.includes(answer.__typename)) return { ok: false, problem: problemOf(answer as Refusal) };
  return { ok: true, data: answer as unknown as Success<Data> };
}

/** A lost connection or a server that is not there now, or says so; the same request may be sent again. */
export function mayTryAgain(error: CombinedError | undefined): boolean {
  if (!error) return false;
  const status = (error.response as Response | undefined)?.status;
  // A page of somebody else's, as of a network that wants one to sign in, is no answer either.
  if (status === undefined || status < 400) return error.networkError !== undefined;
  return status >= 500 || status === 408;
}

/** A key for one press of a button; browsers without a secure context have no randomUUID. */
export function newMutationId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

type Input<Variables> = Variables extends { input: infer I } ? Omit<I, "clientMutationId"> : never;

export type Submission<Data, Variables> = {
  /** Resolves when the server has answered; while there is no connection it waits and sends again by itself. */
  send: (input: Input<Variables>) => Promise<Outcome<Data>>;
  state: "idle" | "sending" | "waiting";
  problem: Problem | null;
  /** The sentence for a field, e.g. errorAt("tenure.endedOn"); null when it is not this field's. */
  errorAt: (field: string) => string | null;
  reset: () => void;
};

/** For what rests on what was just read, as decisions do, or on who one is: sent while there is a connection, or not at all. */
export const NOW = { waits: false } as const;

/** The one way to call a mutation whose only variable is `input`. */
export function useSubmission<Data extends object, Variables extends { input: object }>(
  document: TypedDocumentNode<Data, Variables>,
  { waits }: { waits: boolean } = { waits: true },
): Submission<Data, Variables> {
  const client = useClient();
  const [state, setState] = useState<"idle" | "sending" | "waiting">("idle");
  const [problem, setProblem] = useState<Problem | null>(null);
  const leaving = useRef<AbortController>(new AbortController());
  /** What had no answer may have arrived: pressed again, it is the same press. */
  const unanswered = useRef<{ text: string; key: string } | null>(null);

  useEffect(() => {
    const controller = new AbortController();
    leaving.current = controller;
    return () => controller.abort();
  }, []);

  const send = useCallback(
    async (input: Input<Variables>): Promise<Outcome<Data>> => {
      const { signal } = leaving.current;
      const text = JSON.stringify(input);
      const key = unanswered.current?.text === text ? unanswered.current.key : newMutationId();
      const variables = { input: { ...input, clientMutationId: key } } as unknown as Variables;
      setState("sending");
      setProblem(null);
      let result = await client.mutation(document, variables).toPromise();
      const again = () => waits && mayTryAgain(result.error) && !signal.aborted;
      for (let attempt = 0; again(); attempt += 1) {
        setState("waiting");
        await untilNextTry(attempt, signal);
        if (!signal.aborted) result = await client.mutation(document, variables).toPromise();
      }
      const unreached: Outcome<Data> | null = !waits && mayTryAgain(result.error) ? { ok: false, problem: { kind: "unreached" } } : null;
      unanswered.current = unreached ? { text, key } : null;
      const outcome = unreached ?? outcomeOf(result.data, result.error);
      setState("idle");
      setProblem(outcome.ok ? null : outcome.problem);
      return outcome;
    },
    [client, document, waits],
  );

  const errorAt = (field: string) => (problem?.kind === "invalid" && problem.field === field ? problem.message : null);
  const reset = useCallback(() => setProblem(null), []);
  return { send, state, problem, errorAt, reset };
}
