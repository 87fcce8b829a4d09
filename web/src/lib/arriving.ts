/** What happens in the browser once the server has signed somebody in: what was read as a guest is forgotten, and they go where they wanted. */
import { useCallback } from "react";
import { useLocation, useSearch } from "wouter";

import { paths } from "./paths";
import { useSession } from "./viewer";

/** Only addresses of our own, never another site's. */
export function nextOf(search: string): string {
  const next = new URLSearchParams(search).get("next") ?? "";
  return /^\/(?![/\\])/.test(next) ? next : paths.home;
}

/** `joinLink`: the link by which somebody came who has an account; they apply there. */
export function useArrive(): (isNew: boolean, joinLink?: string | null) => void {
  const [, navigate] = useLocation();
  const search = useSearch();
  const { viewer, renew, end } = useSession();
  return useCallback(
    (isNew: boolean, joinLink?: string | null) => {
      const next = joinLink ? paths.joinLink(joinLink) : nextOf(search);
      navigate(isNew ? paths.pending : next, { replace: true });
      // Another account than before: nothing of that one's stays.
      (viewer ? end : renew)();
    },
    [navigate, search, viewer, renew, end],
  );
}
