/** Where a reader of a talk stands: at its end new messages are followed; elsewhere the page stays, and what came is counted. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";

import type { Message } from "./messages";

/** As far from the end as one still means to be there. */
const NEAR = 160;

/** How far below the screen the talk ends; what stands around it is no part of it. */
const below = (end: HTMLElement | null): number => {
  const talk = end?.closest("[data-talk]");
  return talk ? talk.getBoundingClientRect().bottom - window.innerHeight : 0;
};

type Follow = { end: RefObject<HTMLDivElement | null>; unseen: number; toEnd: () => void };

export function useFollow(messages: readonly Message[], loaded: boolean): Follow {
  const end = useRef<HTMLDivElement>(null);
  const before = useRef<{ first: string | undefined; last: string | undefined; height: number; stood: boolean } | null>(null);
  const [seen, setSeen] = useState<string | undefined>(undefined);
  const first = messages[0]?.id;
  const last = messages.at(-1)?.id;
  const mine = messages.at(-1)?.mine ?? false;

  /** The browser's own anchoring would move the page a second time. */
  useEffect(() => {
    document.documentElement.style.overflowAnchor = "none";
    return () => {
      document.documentElement.style.overflowAnchor = "";
    };
  }, []);

  useEffect(() => {
    const onScroll = () => {
      const stood = below(end.current) <= NEAR;
      if (before.current) before.current.stood = stood;
      if (stood) setSeen(last);
    };
    window.addEventListener("scroll", onScroll, { passive: true });
    return () => window.removeEventListener("scroll", onScroll);
  }, [last]);

  useLayoutEffect(() => {
    if (!loaded) return;
    const height = document.documentElement.scrollHeight;
    const was = before.current;
    const follows = !was || (was.last !== last && (was.stood || mine));
    if (follows) {
      window.scrollBy(0, Math.max(0, below(end.current)));
      setSeen(last);
    } else if (was.first !== first) window.scrollBy(0, height - was.height);
    before.current = { first, last, height, stood: follows || was.stood };
  }, [first, last, mine, loaded]);

  const from = messages.findIndex(({ id }) => id === seen);
  const unseen = seen === undefined ? 0 : messages.slice(from + 1).filter((message) => !message.mine).length;
  const toEnd = () => {
    window.scrollBy(0, below(end.current));
    setSeen(last);
  };
  return { end, unseen, toEnd };
}
