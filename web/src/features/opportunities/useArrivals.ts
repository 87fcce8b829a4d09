/** The list of opportunities, live: listens to the stream under the same filter, and says what stands, waits and has left. */
import { useState } from "react";

import { type FragmentType, graphql } from "~/gql/opportunities";
import { useLive } from "~/lib/realtime/useLive";

import { ListedFragment } from "./Listed";
import { type Arrivals, arrive, edit, leave, none, show } from "./arrivals";
import type { Asked } from "./asked";
import { useWhy } from "./useWhy";

const LiveSubscription = graphql(`
  subscription LiveOpportunities($filter: OpportunityFilter, $after: Cursor) {
    opportunities(filter: $filter, after: $after) {
      cursor
      previous
      event {
        ... on OpportunityPosted {
          opportunity {
            id
            ...Listed
          }
        }
        ... on OpportunityEdited {
          opportunity {
            id
            ...Listed
          }
        }
        ... on OpportunityRestored {
          opportunity {
            id
            ...Listed
          }
        }
        ... on OpportunityClosed {
          opportunity {
            id
            ...Listed
          }
        }
        ... on Gone {
          goneId
        }
        ... on ResyncRequired {
          cursor
        }
      }
    }
  }
`);

type Card = FragmentType<typeof ListedFragment>;
type Listening = { asked: Asked; cursor: string | undefined; pause: boolean; onResync: () => void };

/** As near to the top as a thumb leaves a list that it did not mean to move. */
const TOP = 80;
const stands = () => window.scrollY < TOP && document.visibilityState === "visible";

export function useArrivals({ asked, cursor, pause, onResync }: Listening): Arrivals<Card> & { show: () => void } {
  const key = JSON.stringify(asked);
  const [state, setState] = useState<{ key: string; now: Arrivals<Card> }>({ key, now: none });
  const now = state.key === key ? state.now : none;
  const change = (step: (before: Arrivals<Card>) => Arrivals<Card>) =>
    setState((before) => ({ key, now: step(before.key === key ? before.now : none) }));

  const ask = useWhy();

  useLive(LiveSubscription, {
    variables: { filter: asked.filter },
    after: cursor,
    pause: pause || !cursor,
    onEvent: (event) => {
      const { opportunity } = event;
      const arrived = { id: opportunity.id, card: opportunity };
      if (event.__typename === "OpportunityClosed") change((before) => leave(before, arrived.id));
      else if (event.__typename === "OpportunityEdited") {
        change((before) => edit(before, arrived));
        // It may fit for other reasons now, wherever it is listed.
        ask(arrived.id);
      } else change((before) => arrive(before, arrived, asked.order === "NEWEST" && stands()));
    },
    onGone: (id) => change((before) => leave(before, id)),
    onResync: () => {
      change(() => none);
      onResync();
    },
  });
  return { ...now, show: () => change(show) };
}

