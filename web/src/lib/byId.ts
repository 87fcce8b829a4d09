/** What this page asks, the server knows from the build: only a document's id travels, and its text where the server is of another release. */
import type { DocumentNode } from "graphql";
import { type Exchange, type Operation, type OperationResult, makeOperation } from "urql";
import { filter, makeSubject, map, merge, pipe } from "wonka";

/** The code generator writes the id beside each document. */
type Known = DocumentNode & { __meta__?: { hash?: string } };

/** The document of an operation, also where only its id travels. */
export const documentOf = (operation: Operation): Operation["query"] =>
  (operation.context["document"] as Operation["query"] | undefined) ?? operation.query;

function named(operation: Operation): Operation {
  const hash = (operation.query as Known).__meta__?.hash;
  if (operation.kind === "teardown" || !hash) return operation;
  // urql sends the id in place of the text when there is nothing to write out.
  const query = { kind: "Document", definitions: [], documentId: hash } as unknown as Operation["query"];
  return makeOperation(operation.kind, { ...operation, query }, { ...operation.context, document: operation.query });
}

const whole = (operation: Operation): Operation => makeOperation(operation.kind, { ...operation, query: documentOf(operation) }, operation.context);

const unknown = ({ operation, error }: OperationResult): boolean =>
  "documentId" in operation.query && (error?.graphQLErrors.some(({ extensions }) => extensions["code"] === "UNKNOWN_DOCUMENT") ?? false);

export const byId: Exchange =
  ({ forward }) =>
  (operations) => {
    const again = makeSubject<Operation>();
    return pipe(
      forward(merge([pipe(operations, map(named)), again.source])),
      filter((result) => {
        if (!unknown(result)) return true;
        // Nothing was executed: a release lies between the page and the server, and the text says what is asked.
        again.next(whole(result.operation));
        return false;
      }),
      // The cache above needs the document.
      map((result) => ({ ...result, operation: whole(result.operation) })),
    );
  };
