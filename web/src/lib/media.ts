/** Whether a media query holds now, for the few things that style sheets alone cannot lay out twice. */
import { useCallback, useSyncExternalStore } from "react";

/** `const wide = useMedia(WIDE)`. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (tell: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", tell);
      return () => list.removeEventListener("change", tell);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
}

/** Room for the rail at the left: a desktop. */
export const DESKTOP = "(min-width: 900px)";
/** Room for a side column, too. */
export const WIDE = "(min-width: 1100px)";
/** A mouse: there is a keyboard under the hands, and Enter can send. */
export const FINE = "(hover: hover) and (pointer: fine)";
