/** Who decided stands at the next card's heading when their own is gone, or at the line that says how many wait. */
import { type RefObject, useCallback, useRef } from "react";

export type NextCard = {
  place: RefObject<HTMLDivElement | null>;
  /** A decision is sent from the card that has the focus. */
  leaving: () => void;
  /** The list may have changed. */
  arrive: () => void;
};

/** A decision that was refused leads nowhere, whoever decides on the card later. */
const PATIENCE_MS = 10_000;

/** The cards of the list themselves, and no lists within them or in dialogs. */
const cardsOf = (place: HTMLElement): Element[] => [...place.querySelectorAll("li")].filter((item) => !item.closest("dialog") && !item.parentElement?.closest("li"));

export function useNextCard(): NextCard {
  const place = useRef<HTMLDivElement>(null);
  // Several that are decided together are decided from a dialog, and from no card.
  const left = useRef<{ card: Element | null; at: number; until: number } | null>(null);
  const leaving = useCallback(() => {
    const cards = place.current ? cardsOf(place.current) : [];
    const at = cards.findIndex((one) => one.contains(document.activeElement));
    left.current = { card: cards[at] ?? null, at: Math.max(at, 0), until: Date.now() + PATIENCE_MS };
  }, []);
  const arrive = useCallback(() => {
    const list = place.current;
    const from = left.current;
    // Until the card is gone there is nowhere to be led to; then this is done once.
    if (!list || !from || from.card?.isConnected) return;
    if (!from.card && document.activeElement?.closest("dialog")) return;
    left.current = null;
    if (Date.now() > from.until) return;
    // Who has gone elsewhere by themselves stays there.
    if (document.activeElement !== document.body) return;
    const cards = cardsOf(list);
    const next = cards[from.at] ?? cards.at(-1);
    const target = next?.querySelector<HTMLElement>("h2") ?? list.querySelector<HTMLElement>('[role="status"]') ?? document.querySelector<HTMLElement>("h1");
    if (!target) return;
    target.tabIndex = -1;
    target.focus();
  }, []);
  return { place, leaving, arrive };
}
