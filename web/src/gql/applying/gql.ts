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
    "\n  mutation EnterCode($input: EnterCodeInput!) {\n    enterCode(input: $input) {\n      ... on SignedIn {\n        isNew\n        joinLink\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.EnterCodeDocument,
    "\n  mutation ApplyToGroup($input: ApplyToGroupInput!) {\n    applyToGroup(input: $input) {\n      ... on ApplicationOpened {\n        application {\n          id\n          state\n          group {\n            id\n            viewerIsMember\n            viewerApplication {\n              id\n              state\n            }\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.ApplyToGroupDocument,
    "\n  mutation LeaveGroup($input: LeaveGroupInput!) {\n    leaveGroup(input: $input) {\n      ... on GroupLeft {\n        group {\n          id\n          memberCount\n          viewerRole\n          viewerIsMember\n          viewerApplication {\n            id\n            state\n          }\n        }\n        viewer {\n          id\n          standing\n          groups {\n            id\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.LeaveGroupDocument,
    "\n  query Arrival {\n    arrival {\n      email\n      step\n    }\n  }\n": typeof types.ArrivalDocument,
    "\n  mutation SignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      ... on SignUpRequested {\n        email\n        expiresAt\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.SignUpDocument,
    "\n  mutation JoinByProvider($input: JoinByProviderInput!) {\n    joinByProvider(input: $input) {\n      ... on SignedIn {\n        isNew\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.JoinByProviderDocument,
};
const documents: Documents = {
    "\n  mutation EnterCode($input: EnterCodeInput!) {\n    enterCode(input: $input) {\n      ... on SignedIn {\n        isNew\n        joinLink\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.EnterCodeDocument,
    "\n  mutation ApplyToGroup($input: ApplyToGroupInput!) {\n    applyToGroup(input: $input) {\n      ... on ApplicationOpened {\n        application {\n          id\n          state\n          group {\n            id\n            viewerIsMember\n            viewerApplication {\n              id\n              state\n            }\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.ApplyToGroupDocument,
    "\n  mutation LeaveGroup($input: LeaveGroupInput!) {\n    leaveGroup(input: $input) {\n      ... on GroupLeft {\n        group {\n          id\n          memberCount\n          viewerRole\n          viewerIsMember\n          viewerApplication {\n            id\n            state\n          }\n        }\n        viewer {\n          id\n          standing\n          groups {\n            id\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.LeaveGroupDocument,
    "\n  query Arrival {\n    arrival {\n      email\n      step\n    }\n  }\n": types.ArrivalDocument,
    "\n  mutation SignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      ... on SignUpRequested {\n        email\n        expiresAt\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.SignUpDocument,
    "\n  mutation JoinByProvider($input: JoinByProviderInput!) {\n    joinByProvider(input: $input) {\n      ... on SignedIn {\n        isNew\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.JoinByProviderDocument,
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
export function graphql(source: "\n  mutation EnterCode($input: EnterCodeInput!) {\n    enterCode(input: $input) {\n      ... on SignedIn {\n        isNew\n        joinLink\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EnterCode($input: EnterCodeInput!) {\n    enterCode(input: $input) {\n      ... on SignedIn {\n        isNew\n        joinLink\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApplyToGroup($input: ApplyToGroupInput!) {\n    applyToGroup(input: $input) {\n      ... on ApplicationOpened {\n        application {\n          id\n          state\n          group {\n            id\n            viewerIsMember\n            viewerApplication {\n              id\n              state\n            }\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ApplyToGroup($input: ApplyToGroupInput!) {\n    applyToGroup(input: $input) {\n      ... on ApplicationOpened {\n        application {\n          id\n          state\n          group {\n            id\n            viewerIsMember\n            viewerApplication {\n              id\n              state\n            }\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LeaveGroup($input: LeaveGroupInput!) {\n    leaveGroup(input: $input) {\n      ... on GroupLeft {\n        group {\n          id\n          memberCount\n          viewerRole\n          viewerIsMember\n          viewerApplication {\n            id\n            state\n          }\n        }\n        viewer {\n          id\n          standing\n          groups {\n            id\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation LeaveGroup($input: LeaveGroupInput!) {\n    leaveGroup(input: $input) {\n      ... on GroupLeft {\n        group {\n          id\n          memberCount\n          viewerRole\n          viewerIsMember\n          viewerApplication {\n            id\n            state\n          }\n        }\n        viewer {\n          id\n          standing\n          groups {\n            id\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Arrival {\n    arrival {\n      email\n      step\n    }\n  }\n"): (typeof documents)["\n  query Arrival {\n    arrival {\n      email\n      step\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      ... on SignUpRequested {\n        email\n        expiresAt\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      ... on SignUpRequested {\n        email\n        expiresAt\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation JoinByProvider($input: JoinByProviderInput!) {\n    joinByProvider(input: $input) {\n      ... on SignedIn {\n        isNew\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation JoinByProvider($input: JoinByProviderInput!) {\n    joinByProvider(input: $input) {\n      ... on SignedIn {\n        isNew\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;