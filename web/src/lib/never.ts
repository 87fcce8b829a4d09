/** The end of an exhaustive switch: it compiles only while every case is handled. */
export function never(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
