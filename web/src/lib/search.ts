/** Search parameters with types: a page says what it understands, everything else in the address is left alone. */
import { useCallback, useMemo } from "react";
import { useSearchParams } from "wouter";

export type Param<T> = { read(values: string[]): T; write(value: T): string[] };

/** A free text; empty when absent. */
export const text: Param<string> = { read: ([value = ""]) => value, write: (value) => (value ? [value] : []) };

/** Several texts, each its own parameter. */
export const list: Param<string[]> = { read: (values) => values, write: (values) => values };

/** True when it is there. */
export const flag: Param<boolean> = { read: ([value]) => value === "1", write: (value) => (value ? ["1"] : []) };

/** One of several, the first when absent or unknown. */
export function oneOf<const T extends string>(first: T, ...others: T[]): Param<T> {
  const all: readonly string[] = [first, ...others];
  return {
    read: ([value]) => (value !== undefined && all.includes(value) ? (value as T) : first),
    write: (value) => (value === first ? [] : [value]),
  };
}

/** Several out of a fixed set; unknown ones are dropped. */
export function someOf<const T extends string>(...all: T[]): Param<T[]> {
  return { read: (values) => values.filter((value): value is T => (all as string[]).includes(value)), write: (values) => values };
}

type Shape = Record<string, Param<unknown>>;
type Values<S> = { [K in keyof S]: S[K] extends Param<infer T> ? T : never };

export function readParams<S extends Shape>(shape: S, search: URLSearchParams): Values<S> {
  const entries = Object.entries(shape).map(([key, param]) => [key, param.read(search.getAll(key))]);
  return Object.fromEntries(entries) as Values<S>;
}

export function writeParams<S extends Shape>(shape: S, search: URLSearchParams, values: Partial<Values<S>>): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [key, value] of Object.entries(values)) {
    next.delete(key);
    for (const one of shape[key]?.write(value) ?? []) next.append(key, one);
  }
  return next;
}

/**
 * `const [search, change] = useTypedSearch(shape)`, where shape is a constant outside the component:
 * `{ q: text, kinds: someOf("HIRING", "CONTRACT"), remote: flag }`. Changes replace the address unless `push` is asked for.
 */
export function useTypedSearch<S extends Shape>(shape: S): [Values<S>, (values: Partial<Values<S>>, push?: "push") => void] {
  const [search, setSearch] = useSearchParams();
  const values = useMemo(() => readParams(shape, search), [shape, search]);
  const change = useCallback(
    (changed: Partial<Values<S>>, push?: "push") => setSearch((now) => writeParams(shape, now, changed), { replace: push !== "push" }),
    [shape, setSearch],
  );
  return [values, change];
}
