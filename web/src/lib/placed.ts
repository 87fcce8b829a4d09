/** What could not be read is not taken for what is not there. */
import type { Exchange, OperationResult } from "urql";
import { map, pipe } from "wonka";

type Path = readonly (string | number)[];

/** The part of a path that leads to a null, or to its end. */
function upTo(data: unknown, path: Path): Path {
  let at: unknown = data;
  for (const [index, key] of path.entries()) {
    at = (at as Record<string | number, unknown> | undefined)?.[key];
    if (at === null || at === undefined) return path.slice(0, index + 1);
  }
  return path;
}

/** An error names the field that failed; where that may not be null, null stands in place of what holds it, and the cache has to be told so. Stands below it. */
export const placed: Exchange =
  ({ forward }) =>
  (operations) =>
    pipe(
      forward(operations),
      map((result: OperationResult) => {
        for (const error of result.data ? (result.error?.graphQLErrors ?? []) : []) {
          if (error.path) (error as { path: Path }).path = upTo(result.data, error.path);
        }
        return result;
      }),
    );
