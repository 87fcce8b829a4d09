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
    "\n  query Data {\n    viewer {\n      id\n      email\n      departure {\n        erasedAt\n      }\n      export {\n        ...OwnExport\n      }\n      safety {\n        totp\n        passkeys {\n          id\n        }\n      }\n    }\n  }\n": typeof types.DataDocument,
    "\n  fragment OwnExport on Export {\n    id\n    state\n    madeAt\n    expiresAt\n    size\n    address\n  }\n": typeof types.OwnExportFragmentDoc,
    "\n  mutation AskExport($input: AskExportInput!) {\n    askExport(input: $input) {\n      ... on ExportAsked {\n        viewer {\n          id\n          export {\n            ...OwnExport\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.AskExportDocument,
    "\n  mutation AskDeparture($input: AskDepartureInput!) {\n    askDeparture(input: $input) {\n      ... on DepartureAsked {\n        viewer {\n          id\n          departure {\n            erasedAt\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.AskDepartureDocument,
    "\n  mutation SendProof($input: RequestSignInInput!) {\n    requestSignIn(input: $input) {\n      ... on SignInRequested {\n        email\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.SendProofDocument,
    "\n  mutation EnterProof($input: EnterCodeInput!) {\n    enterCode(input: $input) {\n      ... on SignedIn {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.EnterProofDocument,
    "\n  mutation WithdrawDeparture($input: WithdrawDepartureInput!) {\n    withdrawDeparture(input: $input) {\n      ... on DepartureWithdrawn {\n        viewer {\n          id\n          departure {\n            erasedAt\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.WithdrawDepartureDocument,
};
const documents: Documents = {
    "\n  query Data {\n    viewer {\n      id\n      email\n      departure {\n        erasedAt\n      }\n      export {\n        ...OwnExport\n      }\n      safety {\n        totp\n        passkeys {\n          id\n        }\n      }\n    }\n  }\n": types.DataDocument,
    "\n  fragment OwnExport on Export {\n    id\n    state\n    madeAt\n    expiresAt\n    size\n    address\n  }\n": types.OwnExportFragmentDoc,
    "\n  mutation AskExport($input: AskExportInput!) {\n    askExport(input: $input) {\n      ... on ExportAsked {\n        viewer {\n          id\n          export {\n            ...OwnExport\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.AskExportDocument,
    "\n  mutation AskDeparture($input: AskDepartureInput!) {\n    askDeparture(input: $input) {\n      ... on DepartureAsked {\n        viewer {\n          id\n          departure {\n            erasedAt\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.AskDepartureDocument,
    "\n  mutation SendProof($input: RequestSignInInput!) {\n    requestSignIn(input: $input) {\n      ... on SignInRequested {\n        email\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.SendProofDocument,
    "\n  mutation EnterProof($input: EnterCodeInput!) {\n    enterCode(input: $input) {\n      ... on SignedIn {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.EnterProofDocument,
    "\n  mutation WithdrawDeparture($input: WithdrawDepartureInput!) {\n    withdrawDeparture(input: $input) {\n      ... on DepartureWithdrawn {\n        viewer {\n          id\n          departure {\n            erasedAt\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.WithdrawDepartureDocument,
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
export function graphql(source: "\n  query Data {\n    viewer {\n      id\n      email\n      departure {\n        erasedAt\n      }\n      export {\n        ...OwnExport\n      }\n      safety {\n        totp\n        passkeys {\n          id\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Data {\n    viewer {\n      id\n      email\n      departure {\n        erasedAt\n      }\n      export {\n        ...OwnExport\n      }\n      safety {\n        totp\n        passkeys {\n          id\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OwnExport on Export {\n    id\n    state\n    madeAt\n    expiresAt\n    size\n    address\n  }\n"): (typeof documents)["\n  fragment OwnExport on Export {\n    id\n    state\n    madeAt\n    expiresAt\n    size\n    address\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AskExport($input: AskExportInput!) {\n    askExport(input: $input) {\n      ... on ExportAsked {\n        viewer {\n          id\n          export {\n            ...OwnExport\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AskExport($input: AskExportInput!) {\n    askExport(input: $input) {\n      ... on ExportAsked {\n        viewer {\n          id\n          export {\n            ...OwnExport\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AskDeparture($input: AskDepartureInput!) {\n    askDeparture(input: $input) {\n      ... on DepartureAsked {\n        viewer {\n          id\n          departure {\n            erasedAt\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AskDeparture($input: AskDepartureInput!) {\n    askDeparture(input: $input) {\n      ... on DepartureAsked {\n        viewer {\n          id\n          departure {\n            erasedAt\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendProof($input: RequestSignInInput!) {\n    requestSignIn(input: $input) {\n      ... on SignInRequested {\n        email\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SendProof($input: RequestSignInInput!) {\n    requestSignIn(input: $input) {\n      ... on SignInRequested {\n        email\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EnterProof($input: EnterCodeInput!) {\n    enterCode(input: $input) {\n      ... on SignedIn {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EnterProof($input: EnterCodeInput!) {\n    enterCode(input: $input) {\n      ... on SignedIn {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawDeparture($input: WithdrawDepartureInput!) {\n    withdrawDeparture(input: $input) {\n      ... on DepartureWithdrawn {\n        viewer {\n          id\n          departure {\n            erasedAt\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WithdrawDeparture($input: WithdrawDepartureInput!) {\n    withdrawDeparture(input: $input) {\n      ... on DepartureWithdrawn {\n        viewer {\n          id\n          departure {\n            erasedAt\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;