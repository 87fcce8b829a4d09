/** A page listens to a stream: events that arrive, the one that leaves, and the moment when everything must be read again. */

import { useEffect, useEffectEvent } from "react";
import { type AnyVariables, type TypedDocumentNode, useClient } from "urql";
import { pipe, subscribe } from "wonka";

import type { Delivery } from "./resume";

type DeliveryOf<Data> = Extract<NonNullable<Data[Exclude<keyof Data, "__typename">]>, Delivery>;
export type EventOf<Data> = Exclude<DeliveryOf<Data>["event"], { __typename: "Gone" | "ResyncRequired" }>;

type Live<Data, Variables> = {
  variables: Omit<Variables, "after">;
  /** The cursor that came with the snapshot; left out, it goes on from where this tab stood last. */
  after?: string | null | undefined;
  /** True until the snapshot is there, and for guests. */
  pause?: boolean;
  /** `delivery` is what it came with, where a stream says more than the event. */
  onEvent: (event: EventOf<Data>, delivery: DeliveryOf<Data>) => void;
  /** What may no longer be seen; the cache has dropped it already. */
  onGone?: (id: string) => void;
  /** The stream cannot be resumed: read the page again from the network. */
  onResync: () => void;
};

/** Subscribes to a document of the shape `{ stream { cursor previous event { ... } } }`, resumed across reconnections and reloads. */
export function useLive<Data extends object, Variables extends AnyVariables>(document: TypedDocumentNode<Data, Variables>, live: Live<Data, Variables>): void {
  const client = useClient();
  const receive = useEffectEvent((data: Data) => {
    const delivery = Object.values(data).find((value) => typeof value === "object" && value !== null) as DeliveryOf<Data> | undefined;
    if (!delivery) return;
    const event = delivery.event as { __typename: string; goneId?: string };
    if (event.__typename === "ResyncRequired") live.onResync();
    else if (event.__typename === "Gone") live.onGone?.(event.goneId ?? "");
    else live.onEvent(event as unknown as EventOf<Data>, delivery);
  });
  const filter = JSON.stringify(live.variables);
  const after = live.after;
  const pause = live.pause ?? false;
  useEffect(() => {
    if (pause) return undefined;
    const variables = { ...(JSON.parse(filter) as object), ...(after ? { after } : {}) } as unknown as Variables;
    const source = client.subscription(document, variables);
    return pipe(
      source,
      subscribe((result) => {
        if (result.data) receive(result.data);
      }),
    ).unsubscribe;
  }, [client, document, filter, after, pause]);
}
