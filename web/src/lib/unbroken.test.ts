import { CombinedError, type Exchange, type Operation, type OperationResult, gql } from "urql";
import { map, pipe, subscribe } from "wonka";
import { expect, test } from "vitest";

import { createCache } from "./cache";
import { type Data, graph, settle } from "./fakeGraph";
import { unbroken } from "./unbroken";

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

test("what could not be read of somebody does not make them nobody, and nothing is asked again and again", async () => {
  const { client, asked } = graph([createCache(), unbroken, failing], answer);
  const who: unknown[] = [];
  const home: unknown[] = [];
  const first = pipe(client.query(WHO, {}), subscribe(({ data }) => who.push((data as { viewer: { id: string } | null } | undefined)?.viewer?.id)));
  await settle();
  const second = pipe(client.query(HOME, {}), subscribe(({ data, error }) => home.push([data, error?.graphQLErrors[0]?.extensions["id"]])));
  await settle();
  expect([who, home, asked]).toEqual([["v"], [[undefined, "e1"]], ["query", "query"]]);
  for (const one of [first, second]) one.unsubscribe();
});
