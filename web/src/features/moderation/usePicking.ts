/** Several applications picked to be approved together, over all the pages of the queue that are loaded. */
import { useCallback, useState } from "react";

import { type Candidate, type Chosen, allOf, asRead, nobody, toggled } from "./selection";

export type Picking = {
  on: boolean;
  begin: () => void;
  end: () => void;
  /** Those that may be picked, and those that are. */
  candidates: readonly Candidate[];
  picked: readonly Candidate[];
  toggle: (id: string) => void;
  all: () => void;
  /** A page of the queue tells which applications stand on it. */
  loaded: (page: string, candidates: readonly Candidate[]) => void;
};

export function usePicking(): Picking {
  const [on, setOn] = useState(false);
  const [chosen, setChosen] = useState<Chosen>(nobody);
  const [pages, setPages] = useState<ReadonlyMap<string, readonly Candidate[]>>(new Map());
  const loaded = useCallback((page: string, candidates: readonly Candidate[]) => setPages((now) => new Map(now).set(page, candidates)), []);
  const candidates = [...new Map([...pages.values()].flat().map((one) => [one.id, one])).values()];
  const picked = asRead(chosen, candidates);
  const change = (open: boolean) => () => {
    setOn(open);
    setChosen(nobody);
  };
  const toggle = (id: string) => {
    const candidate = candidates.find((one) => one.id === id);
    if (candidate) setChosen((now) => toggled(now, candidate));
  };
  return { on, begin: change(true), end: change(false), candidates, picked, toggle, all: () => setChosen(allOf(candidates)), loaded };
}
