/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation SendMessage($input: SendMessageInput!) {\n    sendMessage(input: $input) {\n      ... on MessageSent {\n        sent: message {\n          id\n        }\n        conversation {\n          id\n          unread\n        }\n        response {\n          id\n          lastActivityAt\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n      ... on TooMany {\n        retryAfterSeconds\n      }\n    }\n  }\n": typeof types.SendMessageDocument,
    "\n  mutation Respond($input: RespondToOpportunityInput!) {\n    respondToOpportunity(input: $input) {\n      ... on OpportunityResponded {\n        response {\n          id\n          state\n          opportunity {\n            id\n            viewerMayRespond\n            viewerResponse {\n              id\n              state\n            }\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.RespondDocument,
    "\n  mutation PostOpportunity($input: PostOpportunityInput!) {\n    postOpportunity(input: $input) {\n      ... on OpportunityPosted {\n        opportunity {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.PostOpportunityDocument,
    "\n  mutation CloseOpportunity($input: CloseOpportunityInput!) {\n    closeOpportunity(input: $input) {\n      ... on OpportunityClosed {\n        opportunity {\n          id\n          live\n          closedAt\n          closeReason\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.CloseOpportunityDocument,
};
const documents: Documents = {
    "\n  mutation SendMessage($input: SendMessageInput!) {\n    sendMessage(input: $input) {\n      ... on MessageSent {\n        sent: message {\n          id\n        }\n        conversation {\n          id\n          unread\n        }\n        response {\n          id\n          lastActivityAt\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n      ... on TooMany {\n        retryAfterSeconds\n      }\n    }\n  }\n": types.SendMessageDocument,
    "\n  mutation Respond($input: RespondToOpportunityInput!) {\n    respondToOpportunity(input: $input) {\n      ... on OpportunityResponded {\n        response {\n          id\n          state\n          opportunity {\n            id\n            viewerMayRespond\n            viewerResponse {\n              id\n              state\n            }\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.RespondDocument,
    "\n  mutation PostOpportunity($input: PostOpportunityInput!) {\n    postOpportunity(input: $input) {\n      ... on OpportunityPosted {\n        opportunity {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.PostOpportunityDocument,
    "\n  mutation CloseOpportunity($input: CloseOpportunityInput!) {\n    closeOpportunity(input: $input) {\n      ... on OpportunityClosed {\n        opportunity {\n          id\n          live\n          closedAt\n          closeReason\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.CloseOpportunityDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendMessage($input: SendMessageInput!) {\n    sendMessage(input: $input) {\n      ... on MessageSent {\n        sent: message {\n          id\n        }\n        conversation {\n          id\n          unread\n        }\n        response {\n          id\n          lastActivityAt\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n      ... on TooMany {\n        retryAfterSeconds\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SendMessage($input: SendMessageInput!) {\n    sendMessage(input: $input) {\n      ... on MessageSent {\n        sent: message {\n          id\n        }\n        conversation {\n          id\n          unread\n        }\n        response {\n          id\n          lastActivityAt\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n      ... on TooMany {\n        retryAfterSeconds\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Respond($input: RespondToOpportunityInput!) {\n    respondToOpportunity(input: $input) {\n      ... on OpportunityResponded {\n        response {\n          id\n          state\n          opportunity {\n            id\n            viewerMayRespond\n            viewerResponse {\n              id\n              state\n            }\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation Respond($input: RespondToOpportunityInput!) {\n    respondToOpportunity(input: $input) {\n      ... on OpportunityResponded {\n        response {\n          id\n          state\n          opportunity {\n            id\n            viewerMayRespond\n            viewerResponse {\n              id\n              state\n            }\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PostOpportunity($input: PostOpportunityInput!) {\n    postOpportunity(input: $input) {\n      ... on OpportunityPosted {\n        opportunity {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PostOpportunity($input: PostOpportunityInput!) {\n    postOpportunity(input: $input) {\n      ... on OpportunityPosted {\n        opportunity {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseOpportunity($input: CloseOpportunityInput!) {\n    closeOpportunity(input: $input) {\n      ... on OpportunityClosed {\n        opportunity {\n          id\n          live\n          closedAt\n          closeReason\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CloseOpportunity($input: CloseOpportunityInput!) {\n    closeOpportunity(input: $input) {\n      ... on OpportunityClosed {\n        opportunity {\n          id\n          live\n          closedAt\n          closeReason\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;