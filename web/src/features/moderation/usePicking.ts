/** Several applications picked to be approved together, over all that is listed. */
import { useState } from "react";

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
};

export function usePicking(candidates: readonly Candidate[]): Picking {
  const [on, setOn] = useState(false);
  const [chosen, setChosen] = useState<Chosen>(nobody);
  const picked = asRead(chosen, candidates);
  const change = (open: boolean) => () => {
    setOn(open);
    setChosen(nobody);
  };
  const toggle = (id: string) => {
    const candidate = candidates.find((one) => one.id === id);
    if (candidate) setChosen((now) => toggled(now, candidate));
  };
  return { on, begin: change(true), end: change(false), candidates, picked, toggle, all: () => setChosen(allOf(candidates)) };
}
