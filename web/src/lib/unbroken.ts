/** An answer in which something failed is no answer. */
import type { Exchange } from "urql";
import { map, pipe } from "wonka";

/** Most fields may not be null, so that null stands in place of what holds the one that failed; the cache would take it for what is not there, up to who looks. Stands below it. */
export const unbroken: Exchange =
  ({ forward }) =>
  (operations) =>
    pipe(
      forward(operations),
      map((result) => (result.operation.kind === "query" && result.error && result.data ? { ...result, data: undefined } : result)),
    );
