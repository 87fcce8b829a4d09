/** A join link that is open, as its forms need it, and when they have to look at it again. */
import { useEffect, useEffectEvent } from "react";

import type { Problem } from "~/lib/submission";

export type OpenLink = {
  token: string;
  questions: readonly string[];
  group: { id: string; slug: string; name: string; usualDays: number; decidedBy: string };
  companies: readonly { id: string; name: string }[];
};

/** Its questions were changed while somebody answered them, or it was used up: it is read again, and what was written stays. */
export function useOutdated(problem: Problem | null, onOutdated: () => void): void {
  const outdated = useEffectEvent(onOutdated);
  useEffect(() => {
    if (problem?.kind === "refused" || (problem?.kind === "invalid" && problem.field === "answers")) outdated();
  }, [problem]);
}
