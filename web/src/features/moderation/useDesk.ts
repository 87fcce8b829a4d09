/** What happens at the desk while the page is open: what I decided here, what others decided elsewhere, what I hid just now. */
import { useCallback, useEffect, useRef, useState } from "react";

import type { News } from "./Follow";

const TOGETHER_MS = 30;

export type HiddenPost = { id: string; title: string; group: { id: string; name: string } | null };

export type Desk = {
  /** Grows with everything that makes the list stale. */
  version: number;
  decidedElsewhere: number;
  hidden: readonly HiddenPost[];
  /** The ids that stand in the list now, by what is decided: affiliations and reports. */
  show: (ids: readonly string[]) => void;
  hear: (news: News) => void;
  /** Before a decision is sent, so that its own news is not taken for somebody else's. */
  deciding: (id: string) => void;
  /** The list does not say any more what the server does. */
  outdated: () => void;
  hid: (post: HiddenPost) => void;
  restored: (id: string) => void;
};

export function useDesk(): Desk {
  const [version, setVersion] = useState(0);
  const [decidedElsewhere, setDecidedElsewhere] = useState(0);
  const [hidden, setHidden] = useState<readonly HiddenPost[]>([]);
  const shown = useRef(new Set<string>());
  const mine = useRef(new Set<string>());

  const show = useCallback((ids: readonly string[]) => ids.forEach((id) => shown.current.add(id)), []);
  const deciding = useCallback((id: string) => void mine.current.add(id), []);
  const outdated = useCallback(() => setVersion((now) => now + 1), []);
  const soon = useRef<ReturnType<typeof setTimeout> | null>(null);
  // One act tells of several things; the list is read anew once for all of them.
  const stale = useCallback(() => {
    soon.current ??= setTimeout(() => {
      soon.current = null;
      setVersion((now) => now + 1);
    }, TOGETHER_MS);
  }, []);
  useEffect(() => () => void (soon.current === null || clearTimeout(soon.current)), []);
  const hear = useCallback(({ decided }: News) => {
    stale();
    if (decided === null || mine.current.has(decided)) return;
    // Each is counted once, though several queues may tell of it.
    if (shown.current.delete(decided)) setDecidedElsewhere((now) => now + 1);
  }, [stale]);
  const hid = useCallback((post: HiddenPost) => setHidden((now) => [post, ...now]), []);
  const restored = useCallback((id: string) => setHidden((now) => now.filter((post) => post.id !== id)), []);
  return { version, decidedElsewhere, hidden, show, hear, deciding, outdated, hid, restored };
}
