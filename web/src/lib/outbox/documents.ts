/** What waits for a connection, also across a reload: the documents, by the name of their mutation, as this release sends them. */
import { graphql } from "~/gql/outbox";

const SendMessage = graphql(`
  mutation SendMessage($input: SendMessageInput!) {
    sendMessage(input: $input) {
      ... on MessageSent {
        sent: message {
          id
        }
        conversation {
          id
          unread
        }
        response {
          id
          lastActivityAt
        }
      }
      ... on Problem {
        message
        code
      }
      ... on Invalid {
        field
      }
      ... on TooMany {
        retryAfterSeconds
      }
    }
  }
`);

const Respond = graphql(`
  mutation Respond($input: RespondToOpportunityInput!) {
    respondToOpportunity(input: $input) {
      ... on OpportunityResponded {
        response {
          id
          state
          opportunity {
            id
            viewerMayRespond
            viewerResponse {
              id
              state
            }
          }
        }
      }
      ... on Problem {
        message
        code
      }
      ... on Invalid {
        field
      }
    }
  }
`);

const PostOpportunity = graphql(`
  mutation PostOpportunity($input: PostOpportunityInput!) {
    postOpportunity(input: $input) {
      ... on OpportunityPosted {
        opportunity {
          id
        }
      }
      ... on Problem {
        message
        code
      }
      ... on Invalid {
        field
      }
    }
  }
`);

const Close = graphql(`
  mutation CloseOpportunity($input: CloseOpportunityInput!) {
    closeOpportunity(input: $input) {
      ... on OpportunityClosed {
        opportunity {
          id
          live
          closedAt
          closeReason
        }
      }
      ... on Problem {
        message
        code
      }
      ... on Invalid {
        field
      }
    }
  }
`);

export const documents = { sendMessage: SendMessage, respondToOpportunity: Respond, postOpportunity: PostOpportunity, closeOpportunity: Close };
