import { cacheExchange } from "@urql/exchange-graphcache";
import { Client, type TypedDocumentNode, fetchExchange, gql, subscriptionExchange } from "urql";
import { expect, test } from "vitest";

import { byId, documentOf } from "./byId";

type Site = { site: { __typename: "Site"; name: string } };
type Sent = { query?: string; documentId?: string; variables?: object };

const HASH = "sha256:0000";
const known = <Data>(text: string): TypedDocumentNode<Data, Record<string, never>> =>
  Object.assign(gql<Data, Record<string, never>>(text), { __meta__: { hash: HASH } });
const answer = { data: { site: { __typename: "Site", name: "縁側" } } };
const strange = { errors: [{ message: "unknown", extensions: { code: "UNKNOWN_DOCUMENT" } }] };

/** A client over a server that answers these, one after the other; what it was sent is kept. */
function over(...answers: object[]) {
  const sent: Sent[] = [];
  const followed: Sent[] = [];
  const client = new Client({
    url: "http://engawa.example/graphql",
    preferGetMethod: false,
    fetch: async (_url, init) => {
      sent.push(JSON.parse(String(init?.body)) as Sent);
      return new Response(JSON.stringify(answers.shift()), { headers: { "content-type": "application/graphql-response+json" } });
    },
    exchanges: [
      cacheExchange(),
      byId,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (body, operation) => ({
          subscribe: (sink) => {
            followed.push({ ...body, variables: { document: documentOf(operation).definitions.length } } as Sent);
            const next = answers.shift() as typeof strange & typeof answer;
            if (next.errors) sink.error(next.errors);
            else sink.next(next);
            return { unsubscribe: () => undefined };
          },
        }),
      }),
    ],
  });
  return { client, sent, followed };
}

test("only the id of a document of ours travels, and the cache still knows what was asked", async () => {
  const { client, sent } = over(answer);
  const document = known<Site>("query Here { site { __typename name } }");
  expect((await client.query(document, {})).data).toEqual(answer.data);
  expect((await client.query(document, {})).data).toEqual(answer.data);
  expect(sent).toEqual([{ documentId: HASH }]);
});

test("a change travels by its id, too", async () => {
  const { client, sent } = over(answer);
  const result = await client.mutation(known<Site>("mutation Change { site { __typename name } }"), {});
  expect(result.data).toEqual(answer.data);
  expect(sent).toEqual([{ documentId: HASH }]);
});

test("a server of another release, which does not know the id, is told the text, once", async () => {
  const { client, sent } = over(strange, answer);
  const result = await client.query(known<Site>("query There { site { __typename name } }"), {});
  expect([result.data, result.error]).toEqual([answer.data, undefined]);
  expect(sent.map((one) => [one.documentId, one.query?.startsWith("query There")])).toEqual([
    [HASH, undefined],
    [undefined, true],
  ]);
});

test("where texts are not taken either, it ends there, with the server's word", async () => {
  const { client, sent } = over(strange, { errors: [{ message: "not taken", extensions: { code: "DOCUMENT_NOT_TAKEN" } }] });
  const result = await client.query(known<Site>("query Nowhere { site { __typename name } }"), {});
  expect(result.error?.graphQLErrors.map(({ extensions }) => extensions["code"])).toEqual(["DOCUMENT_NOT_TAKEN"]);
  expect(sent).toHaveLength(2);
});

test("a stream is asked for by its id, and by its text where that is unknown", async () => {
  const { client, followed } = over(strange, answer);
  const data = await new Promise((resolve) => {
    client.subscription(known<Site>("subscription Follow { site { __typename name } }"), {}).subscribe((result) => resolve(result.data));
  });
  expect(data).toEqual(answer.data);
  expect(followed.map((one) => [one.documentId, one.query?.startsWith("subscription Follow"), one.variables])).toEqual([
    [HASH, undefined, { document: 1 }],
    [undefined, true, { document: 1 }],
  ]);
});

test("a document without an id is sent as it is", async () => {
  const { client, sent } = over(answer);
  await client.query(gql<Site>("query Free { site { __typename name } }"), {});
  expect(sent[0]?.query).toMatch(/^query Free/);
  expect(sent[0]?.documentId).toBeUndefined();
});
