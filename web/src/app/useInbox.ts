/** The one subscription to the viewer's inbox: it keeps counts and talks fresh on every page, and passes each event on. */
import { useClient, useQuery } from "urql";

import { graphql } from "~/gql/common";
import { tellInbox } from "~/lib/realtime/inbox";
import { useLive } from "~/lib/realtime/useLive";
import { useViewer } from "~/lib/viewer";

const InboxCursor = graphql(`
  query InboxCursor {
    viewer {
      id
      inboxCursor
    }
  }
`);

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

const InboxSubscription = graphql(`
  subscription Inbox($after: Cursor) {
    inbox(after: $after) {
      cursor
      previous
      event {
        ... on OpportunityResponded {
          response {
            ...InboxResponse
          }
        }
        ... on TalkTakenUp {
          response {
            ...InboxResponse
          }
        }
        ... on ResponseDeclined {
          response {
            ...InboxResponse
          }
        }
        ... on ResponseWithdrawn {
          response {
            ...InboxResponse
          }
        }
        ... on AgreementRecorded {
          response {
            ...InboxResponse
          }
        }
        ... on MessageSent {
          message {
            id
            body
            removed
            sentAt
            mine
            clientMutationId
          }
          conversation {
            id
            unread
          }
          talk: response {
            id
            unread
            lastActivityAt
          }
        }
        ... on ConversationRead {
          conversation {
            id
            unread
          }
        }
        ... on ParticipantLeft {
          conversation {
            id
            unread
          }
          ended: response {
            ...InboxResponse
            responder {
              id
            }
            author {
              id
            }
          }
        }
        ... on AffiliationConfirmed {
          affiliation {
            id
            state
            verification
            decidedAt
          }
        }
        ... on AffiliationVouched {
          affiliation {
            id
            state
            verification
          }
        }
        ... on ConfirmationEnded {
          affiliation {
            id
            state
            verification
          }
        }
        ... on ConnectionAsked {
          person {
            id
            viewerConnection {
              state
              since
              note
            }
          }
        }
        ... on ConnectionAccepted {
          person {
            id
            headline
            bioHtml
            presentPosition
            place
            gives
            asks
            viewerConnection {
              state
              since
              note
            }
          }
        }
        ... on AffiliationDeclined {
          affiliation {
            id
            state
            declineReason
            decidedAt
          }
        }
        ... on OpportunityHidden {
          opportunity {
            id
          }
        }
        ... on OpportunityRestored {
          opportunity {
            id
          }
        }
        ... on CompanyAccepted {
          company {
            id
            name
            nameEn
            proposed
          }
        }
        ... on CompanyMerged {
          mergedId
        }
        ... on ExportPrepared {
          export {
            id
            state
            madeAt
            expiresAt
            size
            address
          }
        }
        ... on ReportDecided {
          report {
            id
            decision
            decidedAt
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

  fragment InboxResponse on Response {
    id
    state
    viewerMay
    viewerAgreed
    otherAgreed
    agreedAt
    unread
    lastActivityAt
    responder {
      id
      name
    }
    responderLabel {
      text
    }
    conversation {
      id
    }
  }
`);

export function useInbox(): void {
  const viewer = useViewer();
  const client = useClient();
  const [{ data }] = useQuery({ query: InboxCursor, pause: !viewer });
  const refresh = () => void client.query(Unread, {}, { requestPolicy: "network-only" }).toPromise();
  useLive(InboxSubscription, {
    variables: {},
    after: data?.viewer?.inboxCursor,
    pause: !viewer || !data?.viewer,
    onEvent: (event) => {
      refresh();
      tellInbox(event);
    },
    onResync: refresh,
  });
}
