import { CombinedError } from "urql";
import { expect, test } from "vitest";

import { mayTryAgain, newMutationId, outcomeOf } from "./submission";

type Data = {
  __typename: "Mutation";
  postOpportunity: { __typename: "OpportunityPosted"; id: string } | { __typename: "Invalid"; message: string; code: string; field: string } | { __typename: "Conflict"; message: string; code: string } | null;
};

test("a success is handed on as it is", () => {
  const outcome = outcomeOf<Data>({ __typename: "Mutation", postOpportunity: { __typename: "OpportunityPosted", id: "1" } }, undefined);
  expect(outcome).toEqual({ ok: true, data: { __typename: "OpportunityPosted", id: "1" } });
});

test("Invalid names its field", () => {
  const outcome = outcomeOf<Data>({ __typename: "Mutation", postOpportunity: { __typename: "Invalid", message: "短くしてください。", code: "TooLong", field: "title" } }, undefined);
  expect(outcome).toEqual({ ok: false, problem: { kind: "invalid", field: "title", message: "短くしてください。" } });
});

test("other refusals keep their sentence", () => {
  const outcome = outcomeOf<Data>({ __typename: "Mutation", postOpportunity: { __typename: "Conflict", message: "締め切られています。", code: "AlreadyClosed" } }, undefined);
  expect(outcome).toEqual({ ok: false, problem: { kind: "refused", name: "Conflict", message: "締め切られています。", code: "AlreadyClosed" } });
});

test("what nobody expected gives the id that the log has", () => {
  const error = new CombinedError({ graphQLErrors: [{ message: "internal", extensions: { id: "e-42" } }] });
  expect(outcomeOf<Data>({ __typename: "Mutation", postOpportunity: null }, error)).toEqual({ ok: false, problem: { kind: "unexpected", errorId: "e-42" } });
});

test("only a lost connection or a server that is away is tried again", () => {
  expect(mayTryAgain(undefined)).toBe(false);
  expect(mayTryAgain(new CombinedError({ graphQLErrors: ["no"] }))).toBe(false);
  expect(mayTryAgain(new CombinedError({ networkError: new TypeError("Failed to fetch") }))).toBe(true);
  expect(mayTryAgain(new CombinedError({ networkError: new Error("bad"), response: new Response("", { status: 503 }) }))).toBe(true);
  expect(mayTryAgain(new CombinedError({ networkError: new Error("bad"), response: new Response("", { status: 413 }) }))).toBe(false);
});

test("each press has a key of its own", () => {
  expect(newMutationId()).toMatch(/^[0-9a-f]{32}$/);
  expect(newMutationId()).not.toBe(newMutationId());
});

test("a page of somebody else's is no answer", () => {
  expect(mayTryAgain(new CombinedError({ networkError: new SyntaxError("Unexpected token <"), response: new Response("<html>", { status: 200 }) }))).toBe(true);
});
