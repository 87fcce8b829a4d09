/** Where the inbox stood when the page began: asked with the first questions of a page, so that nothing lies between them and what is followed. */
import { useQuery } from "urql";

import { graphql } from "~/gql/common";
import { NEEDED } from "~/lib/patient";
import { useViewer } from "~/lib/viewer";

const InboxCursor = graphql(`
  query InboxCursor {
    viewer {
      id
      inboxCursor
    }
  }
`);

export function useInboxCursor(): string | undefined {
  const viewer = useViewer();
  const [{ data }] = useQuery({ query: InboxCursor, pause: !viewer, context: NEEDED });
  return data?.viewer?.inboxCursor;
}
