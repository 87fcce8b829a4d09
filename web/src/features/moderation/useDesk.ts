/** What happens at the desk while the page is open: what I decided here, what others decided elsewhere, what I hid just now. */
import { useCallback, useEffect, useRef, useState } from "react";

import type { FragmentType } from "~/gql/moderation";

import type { News } from "./Follow";
import { type ItemFragment, type QueueItem, queueItem } from "./queueItem";
import { type PageRead, type Told, nothingTold, readSince, told } from "./waiting";

/** Only what lies beyond the pages that were read is read anew, and calmly. */
const CALMLY_MS = 2000;

export type HiddenPost = { id: string; title: string; group: { id: string; name: string } | null };

export type Desk = {
  /** Grows with everything that makes the pages stale. */
  version: number;
  decidedElsewhere: number;
  hidden: readonly HiddenPost[];
  /** What the streams told since the pages were read. */
  told: Told<QueueItem>;
  /** A page was read; the newest word on what stands on it. */
  read: (page: PageRead<QueueItem>) => void;
  /** The ids that stand in the list now, by what is decided; whether more lies beyond them. */
  show: (ids: readonly string[], more: boolean) => void;
  hear: (news: News, item: FragmentType<typeof ItemFragment> | null) => void;
  /** The stream cannot be resumed, or says nothing of single things. */
  lost: () => void;
  /** Before a decision is sent, so that its own news is not taken for somebody else's. */
  deciding: (id: string) => void;
  /** It was decided here, and leaves the list at once. */
  decided: (id: string) => void;
  /** The list does not say any more what the server does. */
  outdated: () => void;
  hid: (post: HiddenPost) => void;
  restored: (id: string) => void;
};

export function useDesk(): Desk {
  const [version, setVersion] = useState(0);
  const [decidedElsewhere, setDecidedElsewhere] = useState(0);
  const [hidden, setHidden] = useState<readonly HiddenPost[]>([]);
  const [since, setSince] = useState<Told<QueueItem>>(nothingTold);
  const shown = useRef(new Set<string>());
  const beyond = useRef(false);
  const mine = useRef(new Set<string>());
  const soon = useRef<ReturnType<typeof setTimeout> | null>(null);

  const outdated = useCallback(() => setVersion((now) => now + 1), []);
  const calmly = useCallback(() => {
    if (soon.current !== null) clearTimeout(soon.current);
    soon.current = setTimeout(() => {
      soon.current = null;
      outdated();
    }, CALMLY_MS);
  }, [outdated]);
  useEffect(() => () => void (soon.current === null || clearTimeout(soon.current)), []);

  const show = useCallback((ids: readonly string[], more: boolean) => {
    for (const id of ids) shown.current.add(id);
    beyond.current = more;
  }, []);
  const read = useCallback((page: PageRead<QueueItem>) => setSince((now) => readSince(now, page)), []);
  const deciding = useCallback((id: string) => void mine.current.add(id), []);
  const decided = useCallback((id: string) => setSince((now) => told(now, id, null)), []);
  const hear = useCallback(
    ({ about, decided: over }: News, item: FragmentType<typeof ItemFragment> | null) => {
      setSince((now) => told(now, about, item ? queueItem(item) : null));
      if (beyond.current) calmly();
      if (!over || about === null || mine.current.has(about)) return;
      // Each is counted once, though several queues may tell of it.
      if (shown.current.delete(about)) setDecidedElsewhere((now) => now + 1);
    },
    [calmly],
  );
  const lost = useCallback(() => {
    setSince(nothingTold());
    outdated();
  }, [outdated]);
  const hid = useCallback((post: HiddenPost) => setHidden((now) => [post, ...now]), []);
  const restored = useCallback((id: string) => setHidden((now) => now.filter((post) => post.id !== id)), []);
  return { version, decidedElsewhere, hidden, told: since, read, show, hear, lost, deciding, decided, outdated, hid, restored };
}
