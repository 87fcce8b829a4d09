/** @vitest-environment jsdom */
import { act, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { type Draft, forgetAllDrafts, readDraft, useDraft, writeDraft } from "./drafts";

type Post = { title: string; body: string };
const empty: Post = { title: "", body: "" };

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

function mount() {
  let latest: Draft<Post> | null = null;
  function Probe() {
    const draft = useDraft("post", empty);
    useEffect(() => {
      latest = draft;
    });
    return null;
  }
  const root = createRoot(document.createElement("div"));
  act(() => root.render(<Probe />));
  return {
    unmount: () => act(() => root.unmount()),
    get draft(): Draft<Post> {
      if (!latest) throw new Error("not mounted");
      return latest;
    },
  };
}

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});

afterEach(() => vi.useRealTimers());

test("what was typed comes back, over the fields that are there now", () => {
  localStorage.setItem("engawa.draft.post", JSON.stringify({ title: "音声認識" }));
  expect(readDraft("post", empty)).toEqual({ title: "音声認識", body: "" });
});

test.each(["{broken", "[]", "7", "null"])("what cannot be read is no draft: %s", (stored) => {
  localStorage.setItem("engawa.draft.post", stored);
  expect(readDraft("post", empty)).toBeNull();
});

test("signing out forgets drafts and nothing else", () => {
  writeDraft("post", { title: "a" });
  localStorage.setItem("engawa.language", "en");
  forgetAllDrafts();
  expect(readDraft("post", empty)).toBeNull();
  expect(localStorage.getItem("engawa.language")).toBe("en");
});

test("a draft keeps itself after a rest, and says so", () => {
  const probe = mount();
  act(() => probe.draft.change({ title: "聴覚支援" }));
  expect(probe.draft.state).toBe("writing");
  expect(readDraft("post", empty)).toBeNull();
  act(() => vi.advanceTimersByTime(500));
  expect(probe.draft.state).toBe("kept");
  expect(readDraft("post", empty)).toEqual({ title: "聴覚支援", body: "" });
  probe.unmount();
});

test("leaving the page keeps what the rest had not kept yet", () => {
  const probe = mount();
  act(() => probe.draft.change({ body: "書きかけ" }));
  probe.unmount();
  expect(readDraft("post", empty)).toEqual({ title: "", body: "書きかけ" });
  const again = mount();
  expect(again.draft.state).toBe("restored");
  again.unmount();
});

test("clearing leaves nothing, not even when the page is left right after", () => {
  const probe = mount();
  act(() => probe.draft.change({ body: "送った" }));
  act(() => probe.draft.clear());
  probe.unmount();
  expect(readDraft("post", empty)).toBeNull();
});

test("a storage that refuses is said, not thrown", () => {
  const refuse = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  expect(writeDraft("post", empty)).toBe(false);
  refuse.mockRestore();
});

test("a form that stood open when all was forgotten keeps nothing any more", () => {
  const probe = mount();
  act(() => probe.draft.change({ body: "だれにも残しません" }));
  forgetAllDrafts();
  probe.unmount();
  expect(readDraft("post", empty)).toBeNull();
});
