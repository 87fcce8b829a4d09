/** What was typed outlives a reload, a lost connection and a closed tab: kept in this browser only, until it is sent or signed out. */
import { useCallback, useEffect, useRef, useState } from "react";

const PREFIX = "engawa.draft.";
const DELAY = 400;

/** A stored draft over its empty form, so that fields added since are there. Null when there is none, or it cannot be read. */
export function readDraft<T extends object>(key: string, empty: T): T | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(PREFIX + key) ?? "null");
    return stored !== null && typeof stored === "object" && !Array.isArray(stored) ? { ...empty, ...stored } : null;
  } catch {
    return null;
  }
}

/** Returns whether it could be kept: private windows and full storages refuse. */
export function writeDraft(key: string, value: object): boolean {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** A draft as it is kept, to be compared; null when there is none. */
export function draftText(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

/** Forgets a draft that was sent, unless somebody has written on since. */
export function forgetDraftIf(key: string, text: string): void {
  if (draftText(key) === text) forgetDraft(key);
}

export const forgetDraft = (key: string): void => localStorage.removeItem(PREFIX + key);

/** How often all was forgotten: a form that stood open then keeps nothing any more. */
let forgotten = 0;

/** Signing out leaves nothing of what was typed behind. */
export function forgetAllDrafts(): void {
  forgotten += 1;
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}

export type Draft<T> = {
  value: T;
  /** Changes some fields. */
  change: (fields: Partial<T>) => void;
  /** Kept at once. Call it before it is sent by a way that outlives the page. */
  keep: () => void;
  /** Empty again, and nothing kept. Call it when it was sent. */
  clear: () => void;
  /** Say 下書きを保存しました when "kept"; "restored" right after it came back from before. */
  state: "untouched" | "restored" | "writing" | "kept" | "refused";
};

/** A form's value that keeps itself under `key`; the empty form is a constant outside the component. */
export function useDraft<T extends object>(key: string, empty: T): Draft<T> {
  const [value, setValue] = useState<T>(() => readDraft(key, empty) ?? empty);
  const [state, setState] = useState<Draft<T>["state"]>(() => (readDraft(key, empty) ? "restored" : "untouched"));
  const pending = useRef<T | null>(null);
  const [begun] = useState(() => forgotten);

  const keep = useCallback(() => {
    if (!pending.current || begun !== forgotten) return;
    setState(writeDraft(key, pending.current) ? "kept" : "refused");
    pending.current = null;
  }, [key, begun]);

  useEffect(() => {
    if (state !== "writing") return undefined;
    const timer = setTimeout(keep, DELAY);
    return () => clearTimeout(timer);
  }, [value, state, keep]);

  useEffect(() => {
    window.addEventListener("pagehide", keep);
    return () => {
      window.removeEventListener("pagehide", keep);
      keep();
    };
  }, [keep]);

  const change = useCallback((fields: Partial<T>) => {
    setValue((now) => {
      const next = { ...now, ...fields };
      pending.current = next;
      return next;
    });
    setState("writing");
  }, []);

  const clear = useCallback(() => {
    pending.current = null;
    forgetDraft(key);
    setValue(empty);
    setState("untouched");
  }, [key, empty]);

  return { value, change, keep, clear, state };
}
