/** Who decided stands at the next card's heading when their own is gone, or at the line that says how many wait. */
import { type RefObject, useCallback, useRef } from "react";

export type NextCard = {
  place: RefObject<HTMLDivElement | null>;
  /** A decision is sent from the card that has the focus. */
  leaving: () => void;
  /** The list has changed. */
  arrive: () => void;
};

const AT_ONCE_MS = 1000;

/** The cards of the list themselves, and no lists within them or in dialogs. */
const cardsOf = (place: HTMLElement): Element[] => [...place.querySelectorAll("li")].filter((item) => !item.closest("dialog") && !item.parentElement?.closest("li"));

export function useNextCard(): NextCard {
  const place = useRef<HTMLDivElement>(null);
  const left = useRef<number | null>(null);
  const since = useRef(0);
  const leaving = useCallback(() => {
    const at = place.current ? cardsOf(place.current).findIndex((card) => card.contains(document.activeElement)) : -1;
    left.current = Math.max(at, 0);
    since.current = performance.now();
  }, []);
  const arrive = useCallback(() => {
    const list = place.current;
    if (left.current === null || !list) return;
    // Long ago: whoever decided has gone on to something else since.
    if (performance.now() - since.current > AT_ONCE_MS) {
      left.current = null;
      return;
    }
    if (document.activeElement !== document.body) {
      // Still at the card, or gone elsewhere by oneself.
      if (!list.contains(document.activeElement)) left.current = null;
      return;
    }
    const cards = cardsOf(list);
    const next = cards[left.current] ?? cards.at(-1);
    const target = next?.querySelector<HTMLElement>("h2") ?? list.querySelector<HTMLElement>('[role="status"]') ?? document.querySelector<HTMLElement>("h1");
    left.current = null;
    if (!target) return;
    target.tabIndex = -1;
    target.focus();
  }, []);
  return { place, leaving, arrive };
}
