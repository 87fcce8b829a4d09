/** For tests: a client whose server is played by the test. */
import { Client, CombinedError, type Exchange, type Operation, type OperationResult, makeErrorResult } from "urql";
import { filter, fromPromise, makeSubject, map, merge, mergeMap, pipe, type Subject } from "wonka";

export type Data = Record<string, unknown>;

/** `answer` says, at once or later, what is read or changed, or throws where nobody answers; what is given to `arrive` comes by subscription. */
export function graph(exchanges: Exchange[], answer: (operation: Operation) => Data | Promise<Data>) {
  const asked: string[] = [];
  const events: Subject<Data> = makeSubject();
  const server: Exchange = () => (operations) =>
    merge([
      pipe(
        operations,
        filter(({ kind }) => kind === "query" || kind === "mutation"),
        mergeMap((operation) => {
          asked.push(operation.kind);
          const result = (data: Data): OperationResult => ({ operation, data, error: undefined, extensions: undefined, stale: false, hasNext: false });
          const lost = (error: Error): OperationResult => ({ ...result({}), data: undefined, error: new CombinedError({ networkError: error }) });
          return fromPromise(Promise.resolve(operation).then(answer).then(result, lost));
        }),
      ),
      pipe(
        operations,
        filter(({ kind }) => kind === "subscription"),
        mergeMap((operation) => pipe(events.source, map((data): OperationResult => ({ ...makeErrorResult(operation, new Error("none")), error: undefined, data, hasNext: true })))),
      ),
    ]);
  const client = new Client({ url: "/graphql", preferGetMethod: false, exchanges: [...exchanges, server] });
  return { client, asked, arrive: (field: string, data: Data) => events.next({ __typename: "Subscription", [field]: data }) };
}

/** Until everything that was answered at once has arrived. */
export const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
