/** Long lists page by page: the cursors asked for so far, forgotten when what is asked changes. */
import { useCallback, useState } from "react";

/**
 * `const { afters, more } = usePages(JSON.stringify(filter))`: render one component with a query of its own for each of `afters`
 * (null first); the last one shows もっと見る and calls `more(pageInfo.endCursor)`.
 */
export function usePages(asked: string): { afters: (string | null)[]; more: (endCursor: string | null | undefined) => void } {
  const [state, setState] = useState<{ asked: string; afters: (string | null)[] }>({ asked, afters: [null] });
  const afters = state.asked === asked ? state.afters : [null];
  const more = useCallback(
    (endCursor: string | null | undefined) => {
      if (!endCursor) return;
      setState((now) => {
        const known = now.asked === asked ? now.afters : [null];
        return { asked, afters: known.includes(endCursor) ? known : [...known, endCursor] };
      });
    },
    [asked],
  );
  return { afters, more };
}
