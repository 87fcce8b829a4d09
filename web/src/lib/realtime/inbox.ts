/** The shell listens to the inbox once for all pages; here a page hears what came. */
import { useEffect, useEffectEvent } from "react";

export type InboxEvent = { __typename: string; [field: string]: unknown };

const listeners = new Set<(event: InboxEvent) => void>();

export function tellInbox(event: InboxEvent): void {
  for (const listen of listeners) listen(event);
}

/** Called for every event of the viewer's inbox, after the cache has taken it in. */
export function useInboxEvent(onEvent: (event: InboxEvent) => void): void {
  const listen = useEffectEvent(onEvent);
  useEffect(() => {
    const listener = (event: InboxEvent) => listen(event);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
}
