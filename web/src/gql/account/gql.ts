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
    "\n  mutation BeginTotp($input: BeginTotpInput!) {\n    beginTotp(input: $input) {\n      ... on TotpBegun {\n        secret\n        uri\n        qrCode\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.BeginTotpDocument,
    "\n  mutation ConfirmTotp($input: ConfirmTotpInput!) {\n    confirmTotp(input: $input) {\n      ... on TotpConfirmed {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.ConfirmTotpDocument,
    "\n  mutation RemoveTotp($input: RemoveTotpInput!) {\n    removeTotp(input: $input) {\n      ... on TotpRemoved {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.RemoveTotpDocument,
    "\n  mutation RenewRecoveryCodes($input: RenewRecoveryCodesInput!) {\n    renewRecoveryCodes(input: $input) {\n      ... on RecoveryCodesRenewed {\n        codes\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.RenewRecoveryCodesDocument,
    "\n  fragment Device on Session {\n    id\n    device\n    method\n    createdAt\n    lastSeenAt\n    current\n  }\n": typeof types.DeviceFragmentDoc,
    "\n  mutation SignOut($input: SignOutInput!) {\n    signOut(input: $input) {\n      ... on SignedOut {\n        ok\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.SignOutDocument,
    "\n  mutation SignOutEverywhere($input: SignOutEverywhereInput!) {\n    signOutEverywhere(input: $input) {\n      ... on SignedOutEverywhere {\n        ok\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.SignOutEverywhereDocument,
    "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      ... on SessionEnded {\n        session\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.EndSessionDocument,
    "\n  fragment EmailUnderWay on EmailChange {\n    newEmail\n    oldConfirmed\n    newConfirmed\n  }\n": typeof types.EmailUnderWayFragmentDoc,
    "\n  mutation RequestEmailChange($input: RequestEmailChangeInput!) {\n    requestEmailChange(input: $input) {\n      ... on EmailChangeRequested {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.RequestEmailChangeDocument,
    "\n  mutation CancelEmailChange($input: CancelEmailChangeInput!) {\n    cancelEmailChange(input: $input) {\n      ... on EmailChangeCancelled {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.CancelEmailChangeDocument,
    "\n  query Identities {\n    viewer {\n      id\n      identities {\n        id\n        provider\n        createdAt\n        lastUsedAt\n      }\n    }\n  }\n": typeof types.IdentitiesDocument,
    "\n  mutation UnlinkIdentity($input: UnlinkIdentityInput!) {\n    unlinkIdentity(input: $input) {\n      ... on IdentityUnlinked {\n        identity\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.UnlinkIdentityDocument,
    "\n  fragment Passkey on Passkey {\n    id\n    name\n    createdAt\n    lastUsedAt\n  }\n": typeof types.PasskeyFragmentDoc,
    "\n  mutation RenamePasskey($input: RenamePasskeyInput!) {\n    renamePasskey(input: $input) {\n      ... on PasskeyRenamed {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.RenamePasskeyDocument,
    "\n  mutation RemovePasskey($input: RemovePasskeyInput!) {\n    removePasskey(input: $input) {\n      ... on PasskeyRemoved {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.RemovePasskeyDocument,
    "\n  mutation BeginPasskey($input: BeginPasskeyInput!) {\n    beginPasskey(input: $input) {\n      ... on PasskeyBegun {\n        options\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.BeginPasskeyDocument,
    "\n  mutation RegisterPasskey($input: RegisterPasskeyInput!) {\n    registerPasskey(input: $input) {\n      ... on PasskeyRegistered {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.RegisterPasskeyDocument,
    "\n  mutation AskForProof($input: AskForPasskeyInput!) {\n    askForPasskey(input: $input) {\n      ... on PasskeyAsked {\n        options\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.AskForProofDocument,
    "\n  mutation StepUp($input: StepUpInput!) {\n    stepUp(input: $input) {\n      ... on SteppedUp {\n        viewer {\n          id\n          needsSecondFactor\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.StepUpDocument,
    "\n  mutation SignOutToSignIn($input: SignOutInput!) {\n    signOut(input: $input) {\n      ... on SignedOut {\n        ok\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.SignOutToSignInDocument,
    "\n  mutation ChooseQueueMail($input: ChooseQueueMailInput!) {\n    chooseQueueMail(input: $input) {\n      ... on QueueMailChosen {\n        viewer {\n          id\n          queueMail\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.ChooseQueueMailDocument,
    "\n  query SignIns {\n    viewer {\n      id\n      email\n      needsSecondFactor\n      queueMail\n      safety {\n        provenUntil\n        totp\n        recoveryCodesLeft\n        passkeys {\n          id\n          ...Passkey\n        }\n        emailChange {\n          ...EmailUnderWay\n        }\n      }\n      sessions {\n        id\n        device\n        current\n        ...Device\n      }\n    }\n  }\n": typeof types.SignInsDocument,
};
const documents: Documents = {
    "\n  mutation BeginTotp($input: BeginTotpInput!) {\n    beginTotp(input: $input) {\n      ... on TotpBegun {\n        secret\n        uri\n        qrCode\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.BeginTotpDocument,
    "\n  mutation ConfirmTotp($input: ConfirmTotpInput!) {\n    confirmTotp(input: $input) {\n      ... on TotpConfirmed {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.ConfirmTotpDocument,
    "\n  mutation RemoveTotp($input: RemoveTotpInput!) {\n    removeTotp(input: $input) {\n      ... on TotpRemoved {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.RemoveTotpDocument,
    "\n  mutation RenewRecoveryCodes($input: RenewRecoveryCodesInput!) {\n    renewRecoveryCodes(input: $input) {\n      ... on RecoveryCodesRenewed {\n        codes\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.RenewRecoveryCodesDocument,
    "\n  fragment Device on Session {\n    id\n    device\n    method\n    createdAt\n    lastSeenAt\n    current\n  }\n": types.DeviceFragmentDoc,
    "\n  mutation SignOut($input: SignOutInput!) {\n    signOut(input: $input) {\n      ... on SignedOut {\n        ok\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.SignOutDocument,
    "\n  mutation SignOutEverywhere($input: SignOutEverywhereInput!) {\n    signOutEverywhere(input: $input) {\n      ... on SignedOutEverywhere {\n        ok\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.SignOutEverywhereDocument,
    "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      ... on SessionEnded {\n        session\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.EndSessionDocument,
    "\n  fragment EmailUnderWay on EmailChange {\n    newEmail\n    oldConfirmed\n    newConfirmed\n  }\n": types.EmailUnderWayFragmentDoc,
    "\n  mutation RequestEmailChange($input: RequestEmailChangeInput!) {\n    requestEmailChange(input: $input) {\n      ... on EmailChangeRequested {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.RequestEmailChangeDocument,
    "\n  mutation CancelEmailChange($input: CancelEmailChangeInput!) {\n    cancelEmailChange(input: $input) {\n      ... on EmailChangeCancelled {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.CancelEmailChangeDocument,
    "\n  query Identities {\n    viewer {\n      id\n      identities {\n        id\n        provider\n        createdAt\n        lastUsedAt\n      }\n    }\n  }\n": types.IdentitiesDocument,
    "\n  mutation UnlinkIdentity($input: UnlinkIdentityInput!) {\n    unlinkIdentity(input: $input) {\n      ... on IdentityUnlinked {\n        identity\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.UnlinkIdentityDocument,
    "\n  fragment Passkey on Passkey {\n    id\n    name\n    createdAt\n    lastUsedAt\n  }\n": types.PasskeyFragmentDoc,
    "\n  mutation RenamePasskey($input: RenamePasskeyInput!) {\n    renamePasskey(input: $input) {\n      ... on PasskeyRenamed {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.RenamePasskeyDocument,
    "\n  mutation RemovePasskey($input: RemovePasskeyInput!) {\n    removePasskey(input: $input) {\n      ... on PasskeyRemoved {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.RemovePasskeyDocument,
    "\n  mutation BeginPasskey($input: BeginPasskeyInput!) {\n    beginPasskey(input: $input) {\n      ... on PasskeyBegun {\n        options\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.BeginPasskeyDocument,
    "\n  mutation RegisterPasskey($input: RegisterPasskeyInput!) {\n    registerPasskey(input: $input) {\n      ... on PasskeyRegistered {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.RegisterPasskeyDocument,
    "\n  mutation AskForProof($input: AskForPasskeyInput!) {\n    askForPasskey(input: $input) {\n      ... on PasskeyAsked {\n        options\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.AskForProofDocument,
    "\n  mutation StepUp($input: StepUpInput!) {\n    stepUp(input: $input) {\n      ... on SteppedUp {\n        viewer {\n          id\n          needsSecondFactor\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.StepUpDocument,
    "\n  mutation SignOutToSignIn($input: SignOutInput!) {\n    signOut(input: $input) {\n      ... on SignedOut {\n        ok\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.SignOutToSignInDocument,
    "\n  mutation ChooseQueueMail($input: ChooseQueueMailInput!) {\n    chooseQueueMail(input: $input) {\n      ... on QueueMailChosen {\n        viewer {\n          id\n          queueMail\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.ChooseQueueMailDocument,
    "\n  query SignIns {\n    viewer {\n      id\n      email\n      needsSecondFactor\n      queueMail\n      safety {\n        provenUntil\n        totp\n        recoveryCodesLeft\n        passkeys {\n          id\n          ...Passkey\n        }\n        emailChange {\n          ...EmailUnderWay\n        }\n      }\n      sessions {\n        id\n        device\n        current\n        ...Device\n      }\n    }\n  }\n": types.SignInsDocument,
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
export function graphql(source: "\n  mutation BeginTotp($input: BeginTotpInput!) {\n    beginTotp(input: $input) {\n      ... on TotpBegun {\n        secret\n        uri\n        qrCode\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation BeginTotp($input: BeginTotpInput!) {\n    beginTotp(input: $input) {\n      ... on TotpBegun {\n        secret\n        uri\n        qrCode\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmTotp($input: ConfirmTotpInput!) {\n    confirmTotp(input: $input) {\n      ... on TotpConfirmed {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ConfirmTotp($input: ConfirmTotpInput!) {\n    confirmTotp(input: $input) {\n      ... on TotpConfirmed {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveTotp($input: RemoveTotpInput!) {\n    removeTotp(input: $input) {\n      ... on TotpRemoved {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveTotp($input: RemoveTotpInput!) {\n    removeTotp(input: $input) {\n      ... on TotpRemoved {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenewRecoveryCodes($input: RenewRecoveryCodesInput!) {\n    renewRecoveryCodes(input: $input) {\n      ... on RecoveryCodesRenewed {\n        codes\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RenewRecoveryCodes($input: RenewRecoveryCodesInput!) {\n    renewRecoveryCodes(input: $input) {\n      ... on RecoveryCodesRenewed {\n        codes\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Device on Session {\n    id\n    device\n    method\n    createdAt\n    lastSeenAt\n    current\n  }\n"): (typeof documents)["\n  fragment Device on Session {\n    id\n    device\n    method\n    createdAt\n    lastSeenAt\n    current\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut($input: SignOutInput!) {\n    signOut(input: $input) {\n      ... on SignedOut {\n        ok\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignOut($input: SignOutInput!) {\n    signOut(input: $input) {\n      ... on SignedOut {\n        ok\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOutEverywhere($input: SignOutEverywhereInput!) {\n    signOutEverywhere(input: $input) {\n      ... on SignedOutEverywhere {\n        ok\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignOutEverywhere($input: SignOutEverywhereInput!) {\n    signOutEverywhere(input: $input) {\n      ... on SignedOutEverywhere {\n        ok\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      ... on SessionEnded {\n        session\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      ... on SessionEnded {\n        session\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EmailUnderWay on EmailChange {\n    newEmail\n    oldConfirmed\n    newConfirmed\n  }\n"): (typeof documents)["\n  fragment EmailUnderWay on EmailChange {\n    newEmail\n    oldConfirmed\n    newConfirmed\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestEmailChange($input: RequestEmailChangeInput!) {\n    requestEmailChange(input: $input) {\n      ... on EmailChangeRequested {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RequestEmailChange($input: RequestEmailChangeInput!) {\n    requestEmailChange(input: $input) {\n      ... on EmailChangeRequested {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelEmailChange($input: CancelEmailChangeInput!) {\n    cancelEmailChange(input: $input) {\n      ... on EmailChangeCancelled {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelEmailChange($input: CancelEmailChangeInput!) {\n    cancelEmailChange(input: $input) {\n      ... on EmailChangeCancelled {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Identities {\n    viewer {\n      id\n      identities {\n        id\n        provider\n        createdAt\n        lastUsedAt\n      }\n    }\n  }\n"): (typeof documents)["\n  query Identities {\n    viewer {\n      id\n      identities {\n        id\n        provider\n        createdAt\n        lastUsedAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UnlinkIdentity($input: UnlinkIdentityInput!) {\n    unlinkIdentity(input: $input) {\n      ... on IdentityUnlinked {\n        identity\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UnlinkIdentity($input: UnlinkIdentityInput!) {\n    unlinkIdentity(input: $input) {\n      ... on IdentityUnlinked {\n        identity\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Passkey on Passkey {\n    id\n    name\n    createdAt\n    lastUsedAt\n  }\n"): (typeof documents)["\n  fragment Passkey on Passkey {\n    id\n    name\n    createdAt\n    lastUsedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenamePasskey($input: RenamePasskeyInput!) {\n    renamePasskey(input: $input) {\n      ... on PasskeyRenamed {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RenamePasskey($input: RenamePasskeyInput!) {\n    renamePasskey(input: $input) {\n      ... on PasskeyRenamed {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemovePasskey($input: RemovePasskeyInput!) {\n    removePasskey(input: $input) {\n      ... on PasskeyRemoved {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemovePasskey($input: RemovePasskeyInput!) {\n    removePasskey(input: $input) {\n      ... on PasskeyRemoved {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginPasskey($input: BeginPasskeyInput!) {\n    beginPasskey(input: $input) {\n      ... on PasskeyBegun {\n        options\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation BeginPasskey($input: BeginPasskeyInput!) {\n    beginPasskey(input: $input) {\n      ... on PasskeyBegun {\n        options\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RegisterPasskey($input: RegisterPasskeyInput!) {\n    registerPasskey(input: $input) {\n      ... on PasskeyRegistered {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RegisterPasskey($input: RegisterPasskeyInput!) {\n    registerPasskey(input: $input) {\n      ... on PasskeyRegistered {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AskForProof($input: AskForPasskeyInput!) {\n    askForPasskey(input: $input) {\n      ... on PasskeyAsked {\n        options\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AskForProof($input: AskForPasskeyInput!) {\n    askForPasskey(input: $input) {\n      ... on PasskeyAsked {\n        options\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StepUp($input: StepUpInput!) {\n    stepUp(input: $input) {\n      ... on SteppedUp {\n        viewer {\n          id\n          needsSecondFactor\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StepUp($input: StepUpInput!) {\n    stepUp(input: $input) {\n      ... on SteppedUp {\n        viewer {\n          id\n          needsSecondFactor\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOutToSignIn($input: SignOutInput!) {\n    signOut(input: $input) {\n      ... on SignedOut {\n        ok\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignOutToSignIn($input: SignOutInput!) {\n    signOut(input: $input) {\n      ... on SignedOut {\n        ok\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChooseQueueMail($input: ChooseQueueMailInput!) {\n    chooseQueueMail(input: $input) {\n      ... on QueueMailChosen {\n        viewer {\n          id\n          queueMail\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChooseQueueMail($input: ChooseQueueMailInput!) {\n    chooseQueueMail(input: $input) {\n      ... on QueueMailChosen {\n        viewer {\n          id\n          queueMail\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SignIns {\n    viewer {\n      id\n      email\n      needsSecondFactor\n      queueMail\n      safety {\n        provenUntil\n        totp\n        recoveryCodesLeft\n        passkeys {\n          id\n          ...Passkey\n        }\n        emailChange {\n          ...EmailUnderWay\n        }\n      }\n      sessions {\n        id\n        device\n        current\n        ...Device\n      }\n    }\n  }\n"): (typeof documents)["\n  query SignIns {\n    viewer {\n      id\n      email\n      needsSecondFactor\n      queueMail\n      safety {\n        provenUntil\n        totp\n        recoveryCodesLeft\n        passkeys {\n          id\n          ...Passkey\n        }\n        emailChange {\n          ...EmailUnderWay\n        }\n      }\n      sessions {\n        id\n        device\n        current\n        ...Device\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;