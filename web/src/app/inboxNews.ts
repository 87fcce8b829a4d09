/** What the viewer's inbox tells, and what the cache takes in from each event; of groups and roles, only that something happened. */
import { graphql } from "~/gql/common";

export const InboxSubscription = graphql(`
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
        ... on ApplicantAsked {
          application {
            id
            messages {
              id
              fromGroup
              body
              at
            }
          }
        }
        ... on ApplicationDecided {
          application {
            id
            state
            reason
            decidedAt
            group {
              id
              viewerIsMember
            }
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
        ... on StandingQueryMatched {
          standingQuery {
            id
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
