/** The one subscription to the viewer's inbox: it keeps counts and talks fresh on every page, and passes each event on. */
import { useClient } from "urql";

import { graphql } from "~/gql/common";
import { tellInbox } from "~/lib/realtime/inbox";
import { useLive } from "~/lib/realtime/useLive";
import { useViewer } from "~/lib/viewer";

import { InboxSubscription } from "./inboxNews";
import { useInboxCursor } from "./useInboxCursor";

const Unread = graphql(`
  query Unread {
    viewer {
      id
      standing
      unread {
        conversations
        notices
        queue
      }
    }
  }
`);

export function useInbox(): void {
  const viewer = useViewer();
  const client = useClient();
  const after = useInboxCursor();
  const refresh = () => void client.query(Unread, {}, { requestPolicy: "network-only" }).toPromise();
  useLive(InboxSubscription, {
    variables: {},
    after,
    pause: !viewer || !after,
    onEvent: (event) => {
      refresh();
      tellInbox(event);
    },
    onResync: refresh,
  });
}
