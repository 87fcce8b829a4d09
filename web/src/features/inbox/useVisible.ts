/** Whether somebody can look at this page: it is not behind another tab or window. */
import { useSyncExternalStore } from "react";

function subscribe(tell: () => void): () => void {
  document.addEventListener("visibilitychange", tell);
  return () => document.removeEventListener("visibilitychange", tell);
}

export const useVisible = (): boolean => useSyncExternalStore(subscribe, () => document.visibilityState === "visible", () => true);
