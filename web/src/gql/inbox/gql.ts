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
    "\n  fragment Agreement on Response {\n    id\n    otherAgreed\n  }\n": typeof types.AgreementFragmentDoc,
    "\n  mutation RecordAgreement($input: RecordAgreementInput!) {\n    recordAgreement(input: $input) {\n      ... on AgreementRecorded {\n        response {\n          id\n          state\n          viewerMay\n          viewerAgreed\n          otherAgreed\n          agreedAt\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.RecordAgreementDocument,
    "\n  subscription Typing($conversation: ID!) {\n    typing(conversation: $conversation) {\n      here\n      typing\n    }\n  }\n": typeof types.TypingDocument,
    "\n  mutation DeclineTalk($input: DeclineResponseInput!) {\n    declineResponse(input: $input) {\n      ... on ResponseDeclined {\n        response {\n          id\n          state\n          viewerMay\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.DeclineTalkDocument,
    "\n  mutation WithdrawTalk($input: WithdrawResponseInput!) {\n    withdrawResponse(input: $input) {\n      ... on ResponseWithdrawn {\n        response {\n          id\n          state\n          viewerMay\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.WithdrawTalkDocument,
    "\n  fragment TalkFoot on Response {\n    id\n    state\n    viewerIsAuthor\n    viewerMay\n    conversation {\n      id\n    }\n  }\n": typeof types.TalkFootFragmentDoc,
    "\n  mutation TakeUpTalk($input: TakeUpTalkInput!) {\n    takeUpTalk(input: $input) {\n      ... on TalkTakenUp {\n        response {\n          id\n          state\n          viewerMay\n          responder {\n            id\n            name\n          }\n          responderLabel {\n            text\n          }\n          conversation {\n            id\n            unread\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.TakeUpTalkDocument,
    "\n  fragment Talk on Response {\n    id\n    note\n    state\n    respondedAt\n    viewerIsAuthor\n    viewerMay\n    responderLabel {\n      text\n    }\n    viewerAgreed\n    otherAgreed\n    agreedAt\n    conversation {\n      id\n      unread\n    }\n  }\n": typeof types.TalkFragmentDoc,
    "\n  mutation MarkRead($input: MarkConversationReadInput!) {\n    markConversationRead(input: $input) {\n      ... on ConversationRead {\n        conversation {\n          id\n          unread\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.MarkReadDocument,
    "\n  fragment TalkCard on Response {\n    id\n    state\n    lastActivityAt\n    viewerIsAuthor\n    note\n    responder {\n      id\n      name\n      photo {\n        small\n        large\n      }\n    }\n    responderLabel {\n      text\n    }\n    author {\n      id\n      name\n      photo {\n        small\n        large\n      }\n    }\n    opportunity {\n      id\n      title\n    }\n    conversation {\n      id\n      unread\n    }\n  }\n": typeof types.TalkCardFragmentDoc,
    "\n  fragment TalkHead on Response {\n    id\n    state\n    viewerIsAuthor\n    viewerMay\n    responder {\n      id\n      name\n      photo {\n        small\n        large\n      }\n    }\n    responderLabel {\n      text\n    }\n    author {\n      id\n      name\n      photo {\n        small\n        large\n      }\n    }\n    opportunity {\n      id\n      title\n    }\n    ...Agreement\n    ...TalkMenu\n  }\n": typeof types.TalkHeadFragmentDoc,
    "\n  fragment TalkMenu on Response {\n    id\n    viewerIsAuthor\n    viewerMay\n    responder {\n      id\n      name\n    }\n    responderLabel {\n      text\n    }\n    author {\n      id\n      name\n    }\n    conversation {\n      id\n    }\n  }\n": typeof types.TalkMenuFragmentDoc,
    "\n  query Talk($id: ID!) {\n    response(id: $id) {\n      id\n      viewerIsAuthor\n      responder {\n        id\n        name\n      }\n      responderLabel {\n        text\n      }\n      author {\n        id\n        name\n      }\n      ...TalkHead\n      ...Talk\n      ...TalkFoot\n    }\n  }\n": typeof types.TalkDocument,
    "\n  query Talks($waiting: Boolean!, $after: String) {\n    viewer {\n      id\n      responses(waitingForViewer: $waiting, first: 20, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            id\n            ...TalkCard\n          }\n        }\n      }\n    }\n  }\n": typeof types.TalksDocument,
    "\n  query Messages($id: ID!, $after: String) {\n    response(id: $id) {\n      id\n      conversation {\n        id\n        messages(first: 30, after: $after) {\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          edges {\n            node {\n              id\n              body\n              removed\n              sentAt\n              mine\n              clientMutationId\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.MessagesDocument,
    "\n  mutation NoteTyping($input: NoteTypingInput!) {\n    noteTyping(input: $input) {\n      __typename\n    }\n  }\n": typeof types.NoteTypingDocument,
};
const documents: Documents = {
    "\n  fragment Agreement on Response {\n    id\n    otherAgreed\n  }\n": types.AgreementFragmentDoc,
    "\n  mutation RecordAgreement($input: RecordAgreementInput!) {\n    recordAgreement(input: $input) {\n      ... on AgreementRecorded {\n        response {\n          id\n          state\n          viewerMay\n          viewerAgreed\n          otherAgreed\n          agreedAt\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.RecordAgreementDocument,
    "\n  subscription Typing($conversation: ID!) {\n    typing(conversation: $conversation) {\n      here\n      typing\n    }\n  }\n": types.TypingDocument,
    "\n  mutation DeclineTalk($input: DeclineResponseInput!) {\n    declineResponse(input: $input) {\n      ... on ResponseDeclined {\n        response {\n          id\n          state\n          viewerMay\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.DeclineTalkDocument,
    "\n  mutation WithdrawTalk($input: WithdrawResponseInput!) {\n    withdrawResponse(input: $input) {\n      ... on ResponseWithdrawn {\n        response {\n          id\n          state\n          viewerMay\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.WithdrawTalkDocument,
    "\n  fragment TalkFoot on Response {\n    id\n    state\n    viewerIsAuthor\n    viewerMay\n    conversation {\n      id\n    }\n  }\n": types.TalkFootFragmentDoc,
    "\n  mutation TakeUpTalk($input: TakeUpTalkInput!) {\n    takeUpTalk(input: $input) {\n      ... on TalkTakenUp {\n        response {\n          id\n          state\n          viewerMay\n          responder {\n            id\n            name\n          }\n          responderLabel {\n            text\n          }\n          conversation {\n            id\n            unread\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.TakeUpTalkDocument,
    "\n  fragment Talk on Response {\n    id\n    note\n    state\n    respondedAt\n    viewerIsAuthor\n    viewerMay\n    responderLabel {\n      text\n    }\n    viewerAgreed\n    otherAgreed\n    agreedAt\n    conversation {\n      id\n      unread\n    }\n  }\n": types.TalkFragmentDoc,
    "\n  mutation MarkRead($input: MarkConversationReadInput!) {\n    markConversationRead(input: $input) {\n      ... on ConversationRead {\n        conversation {\n          id\n          unread\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.MarkReadDocument,
    "\n  fragment TalkCard on Response {\n    id\n    state\n    lastActivityAt\n    viewerIsAuthor\n    note\n    responder {\n      id\n      name\n      photo {\n        small\n        large\n      }\n    }\n    responderLabel {\n      text\n    }\n    author {\n      id\n      name\n      photo {\n        small\n        large\n      }\n    }\n    opportunity {\n      id\n      title\n    }\n    conversation {\n      id\n      unread\n    }\n  }\n": types.TalkCardFragmentDoc,
    "\n  fragment TalkHead on Response {\n    id\n    state\n    viewerIsAuthor\n    viewerMay\n    responder {\n      id\n      name\n      photo {\n        small\n        large\n      }\n    }\n    responderLabel {\n      text\n    }\n    author {\n      id\n      name\n      photo {\n        small\n        large\n      }\n    }\n    opportunity {\n      id\n      title\n    }\n    ...Agreement\n    ...TalkMenu\n  }\n": types.TalkHeadFragmentDoc,
    "\n  fragment TalkMenu on Response {\n    id\n    viewerIsAuthor\n    viewerMay\n    responder {\n      id\n      name\n    }\n    responderLabel {\n      text\n    }\n    author {\n      id\n      name\n    }\n    conversation {\n      id\n    }\n  }\n": types.TalkMenuFragmentDoc,
    "\n  query Talk($id: ID!) {\n    response(id: $id) {\n      id\n      viewerIsAuthor\n      responder {\n        id\n        name\n      }\n      responderLabel {\n        text\n      }\n      author {\n        id\n        name\n      }\n      ...TalkHead\n      ...Talk\n      ...TalkFoot\n    }\n  }\n": types.TalkDocument,
    "\n  query Talks($waiting: Boolean!, $after: String) {\n    viewer {\n      id\n      responses(waitingForViewer: $waiting, first: 20, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            id\n            ...TalkCard\n          }\n        }\n      }\n    }\n  }\n": types.TalksDocument,
    "\n  query Messages($id: ID!, $after: String) {\n    response(id: $id) {\n      id\n      conversation {\n        id\n        messages(first: 30, after: $after) {\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          edges {\n            node {\n              id\n              body\n              removed\n              sentAt\n              mine\n              clientMutationId\n            }\n          }\n        }\n      }\n    }\n  }\n": types.MessagesDocument,
    "\n  mutation NoteTyping($input: NoteTypingInput!) {\n    noteTyping(input: $input) {\n      __typename\n    }\n  }\n": types.NoteTypingDocument,
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
export function graphql(source: "\n  fragment Agreement on Response {\n    id\n    otherAgreed\n  }\n"): (typeof documents)["\n  fragment Agreement on Response {\n    id\n    otherAgreed\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordAgreement($input: RecordAgreementInput!) {\n    recordAgreement(input: $input) {\n      ... on AgreementRecorded {\n        response {\n          id\n          state\n          viewerMay\n          viewerAgreed\n          otherAgreed\n          agreedAt\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RecordAgreement($input: RecordAgreementInput!) {\n    recordAgreement(input: $input) {\n      ... on AgreementRecorded {\n        response {\n          id\n          state\n          viewerMay\n          viewerAgreed\n          otherAgreed\n          agreedAt\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription Typing($conversation: ID!) {\n    typing(conversation: $conversation) {\n      here\n      typing\n    }\n  }\n"): (typeof documents)["\n  subscription Typing($conversation: ID!) {\n    typing(conversation: $conversation) {\n      here\n      typing\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeclineTalk($input: DeclineResponseInput!) {\n    declineResponse(input: $input) {\n      ... on ResponseDeclined {\n        response {\n          id\n          state\n          viewerMay\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeclineTalk($input: DeclineResponseInput!) {\n    declineResponse(input: $input) {\n      ... on ResponseDeclined {\n        response {\n          id\n          state\n          viewerMay\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawTalk($input: WithdrawResponseInput!) {\n    withdrawResponse(input: $input) {\n      ... on ResponseWithdrawn {\n        response {\n          id\n          state\n          viewerMay\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WithdrawTalk($input: WithdrawResponseInput!) {\n    withdrawResponse(input: $input) {\n      ... on ResponseWithdrawn {\n        response {\n          id\n          state\n          viewerMay\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TalkFoot on Response {\n    id\n    state\n    viewerIsAuthor\n    viewerMay\n    conversation {\n      id\n    }\n  }\n"): (typeof documents)["\n  fragment TalkFoot on Response {\n    id\n    state\n    viewerIsAuthor\n    viewerMay\n    conversation {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeUpTalk($input: TakeUpTalkInput!) {\n    takeUpTalk(input: $input) {\n      ... on TalkTakenUp {\n        response {\n          id\n          state\n          viewerMay\n          responder {\n            id\n            name\n          }\n          responderLabel {\n            text\n          }\n          conversation {\n            id\n            unread\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TakeUpTalk($input: TakeUpTalkInput!) {\n    takeUpTalk(input: $input) {\n      ... on TalkTakenUp {\n        response {\n          id\n          state\n          viewerMay\n          responder {\n            id\n            name\n          }\n          responderLabel {\n            text\n          }\n          conversation {\n            id\n            unread\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Talk on Response {\n    id\n    note\n    state\n    respondedAt\n    viewerIsAuthor\n    viewerMay\n    responderLabel {\n      text\n    }\n    viewerAgreed\n    otherAgreed\n    agreedAt\n    conversation {\n      id\n      unread\n    }\n  }\n"): (typeof documents)["\n  fragment Talk on Response {\n    id\n    note\n    state\n    respondedAt\n    viewerIsAuthor\n    viewerMay\n    responderLabel {\n      text\n    }\n    viewerAgreed\n    otherAgreed\n    agreedAt\n    conversation {\n      id\n      unread\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MarkRead($input: MarkConversationReadInput!) {\n    markConversationRead(input: $input) {\n      ... on ConversationRead {\n        conversation {\n          id\n          unread\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation MarkRead($input: MarkConversationReadInput!) {\n    markConversationRead(input: $input) {\n      ... on ConversationRead {\n        conversation {\n          id\n          unread\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TalkCard on Response {\n    id\n    state\n    lastActivityAt\n    viewerIsAuthor\n    note\n    responder {\n      id\n      name\n      photo {\n        small\n        large\n      }\n    }\n    responderLabel {\n      text\n    }\n    author {\n      id\n      name\n      photo {\n        small\n        large\n      }\n    }\n    opportunity {\n      id\n      title\n    }\n    conversation {\n      id\n      unread\n    }\n  }\n"): (typeof documents)["\n  fragment TalkCard on Response {\n    id\n    state\n    lastActivityAt\n    viewerIsAuthor\n    note\n    responder {\n      id\n      name\n      photo {\n        small\n        large\n      }\n    }\n    responderLabel {\n      text\n    }\n    author {\n      id\n      name\n      photo {\n        small\n        large\n      }\n    }\n    opportunity {\n      id\n      title\n    }\n    conversation {\n      id\n      unread\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TalkHead on Response {\n    id\n    state\n    viewerIsAuthor\n    viewerMay\n    responder {\n      id\n      name\n      photo {\n        small\n        large\n      }\n    }\n    responderLabel {\n      text\n    }\n    author {\n      id\n      name\n      photo {\n        small\n        large\n      }\n    }\n    opportunity {\n      id\n      title\n    }\n    ...Agreement\n    ...TalkMenu\n  }\n"): (typeof documents)["\n  fragment TalkHead on Response {\n    id\n    state\n    viewerIsAuthor\n    viewerMay\n    responder {\n      id\n      name\n      photo {\n        small\n        large\n      }\n    }\n    responderLabel {\n      text\n    }\n    author {\n      id\n      name\n      photo {\n        small\n        large\n      }\n    }\n    opportunity {\n      id\n      title\n    }\n    ...Agreement\n    ...TalkMenu\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TalkMenu on Response {\n    id\n    viewerIsAuthor\n    viewerMay\n    responder {\n      id\n      name\n    }\n    responderLabel {\n      text\n    }\n    author {\n      id\n      name\n    }\n    conversation {\n      id\n    }\n  }\n"): (typeof documents)["\n  fragment TalkMenu on Response {\n    id\n    viewerIsAuthor\n    viewerMay\n    responder {\n      id\n      name\n    }\n    responderLabel {\n      text\n    }\n    author {\n      id\n      name\n    }\n    conversation {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Talk($id: ID!) {\n    response(id: $id) {\n      id\n      viewerIsAuthor\n      responder {\n        id\n        name\n      }\n      responderLabel {\n        text\n      }\n      author {\n        id\n        name\n      }\n      ...TalkHead\n      ...Talk\n      ...TalkFoot\n    }\n  }\n"): (typeof documents)["\n  query Talk($id: ID!) {\n    response(id: $id) {\n      id\n      viewerIsAuthor\n      responder {\n        id\n        name\n      }\n      responderLabel {\n        text\n      }\n      author {\n        id\n        name\n      }\n      ...TalkHead\n      ...Talk\n      ...TalkFoot\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Talks($waiting: Boolean!, $after: String) {\n    viewer {\n      id\n      responses(waitingForViewer: $waiting, first: 20, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            id\n            ...TalkCard\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Talks($waiting: Boolean!, $after: String) {\n    viewer {\n      id\n      responses(waitingForViewer: $waiting, first: 20, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            id\n            ...TalkCard\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Messages($id: ID!, $after: String) {\n    response(id: $id) {\n      id\n      conversation {\n        id\n        messages(first: 30, after: $after) {\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          edges {\n            node {\n              id\n              body\n              removed\n              sentAt\n              mine\n              clientMutationId\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Messages($id: ID!, $after: String) {\n    response(id: $id) {\n      id\n      conversation {\n        id\n        messages(first: 30, after: $after) {\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          edges {\n            node {\n              id\n              body\n              removed\n              sentAt\n              mine\n              clientMutationId\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NoteTyping($input: NoteTypingInput!) {\n    noteTyping(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation NoteTyping($input: NoteTypingInput!) {\n    noteTyping(input: $input) {\n      __typename\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;