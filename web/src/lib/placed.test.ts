import { CombinedError, type Exchange, type Operation, type OperationResult, gql } from "urql";
import { map, pipe, subscribe } from "wonka";
import { expect, test } from "vitest";

import { createCache } from "./cache";
import { type Data, graph, settle } from "./fakeGraph";
import { placed } from "./placed";

const WHO = gql`{ viewer { __typename id } }`;
const HOME = gql`{ viewer { __typename id fitting { __typename title } } }`;

/** The field below the viewer fails, and may not be null: nothing is left of the viewer. */
const failing: Exchange =
  ({ forward }) =>
  (operations) =>
    pipe(
      forward(operations),
      map((result: OperationResult) => {
        const path = (result.data as Data | undefined)?.["failed"] as string[] | undefined;
        if (!path) return result;
        return { ...result, data: { viewer: null }, error: new CombinedError({ graphQLErrors: [{ message: "…", path, extensions: { id: "e1" } }] }) };
      }),
    );

const answer = ({ query }: Operation): Data => (JSON.stringify(query.definitions).includes("fitting") ? { failed: ["viewer", "fitting", "0", "title"] } : { viewer: { __typename: "Viewer", id: "v" } });

test("what could not be read of somebody does not make them nobody", async () => {
  const { client } = graph([createCache(), placed, failing], answer);
  const who: unknown[] = [];
  const home: unknown[] = [];
  const first = pipe(client.query(WHO, {}), subscribe(({ data }) => who.push((data as { viewer: unknown } | undefined)?.viewer)));
  await settle();
  const second = pipe(client.query(HOME, {}), subscribe(({ error }) => home.push(error?.graphQLErrors[0]?.path)));
  await settle();
  expect(who.every((one) => one !== null && one !== undefined)).toBe(true);
  expect(home.at(-1)).toEqual(["viewer"]);
  for (const one of [first, second]) one.unsubscribe();
});

test("an error of a field that may be null stands where it stood", async () => {
  const { client } = graph([createCache(), placed], () => ({ viewer: { __typename: "Viewer", id: "v" } }));
  const seen: unknown[] = [];
  const stop = pipe(client.query(WHO, {}), subscribe(({ data, error }) => seen.push([(data as { viewer: { id: string } }).viewer.id, error])));
  await settle();
  stop.unsubscribe();
  expect(seen).toEqual([["v", undefined]]);
});
