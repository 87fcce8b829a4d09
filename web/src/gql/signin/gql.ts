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
    "\n  mutation EditApplication($input: EditApplicationInput!) {\n    editApplication(input: $input) {\n      ... on ApplicationEdited {\n        application {\n          id\n          questions\n          answers {\n            question\n            answer\n          }\n          messages {\n            id\n            fromGroup\n            body\n            at\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.EditApplicationDocument,
    "\n  mutation BeginTotp($input: BeginTotpInput!) {\n    beginTotp(input: $input) {\n      ... on TotpBegun {\n        secret\n        uri\n        qrCode\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.BeginTotpDocument,
    "\n  mutation ConfirmTotp($input: ConfirmTotpInput!) {\n    confirmTotp(input: $input) {\n      ... on TotpConfirmed {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.ConfirmTotpDocument,
    "\n  mutation RemoveTotp($input: RemoveTotpInput!) {\n    removeTotp(input: $input) {\n      ... on TotpRemoved {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.RemoveTotpDocument,
    "\n  fragment ApplicationCard on GroupApplication {\n    id\n    state\n    appliedAt\n    reason\n    decidedBy\n    questions\n    answers {\n      question\n      answer\n    }\n    messages {\n      id\n      fromGroup\n      body\n      at\n    }\n    group {\n      id\n      slug\n      name\n      nameEn\n      state\n      usualDays\n    }\n  }\n": typeof types.ApplicationCardFragmentDoc,
    "\n  mutation RenewRecoveryCodes($input: RenewRecoveryCodesInput!) {\n    renewRecoveryCodes(input: $input) {\n      ... on RecoveryCodesRenewed {\n        codes\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.RenewRecoveryCodesDocument,
    "\n  query CompaniesToJoin($text: String) {\n    companies(text: $text, first: 8) {\n      edges {\n        matched\n        node {\n          id\n          name\n          nameEn\n          kind\n          proposed\n          industry {\n            key\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.CompaniesToJoinDocument,
    "\n  mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) {\n    confirmEmailChange(input: $input) {\n      ... on EmailChangeConfirmed {\n        done\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.ConfirmEmailChangeDocument,
    "\n  query DemoSignIns {\n    site {\n      demoSignIns {\n        key\n        label\n        description\n      }\n    }\n  }\n": typeof types.DemoSignInsDocument,
    "\n  mutation SignInToDemo($input: SignInToDemoInput!) {\n    signInToDemo(input: $input) {\n      ... on SignedIn {\n        isNew\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.SignInToDemoDocument,
    "\n  fragment Device on Session {\n    id\n    device\n    method\n    createdAt\n    lastSeenAt\n    current\n  }\n": typeof types.DeviceFragmentDoc,
    "\n  mutation SignOut($input: SignOutInput!) {\n    signOut(input: $input) {\n      ... on SignedOut {\n        ok\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.SignOutDocument,
    "\n  mutation SignOutEverywhere($input: SignOutEverywhereInput!) {\n    signOutEverywhere(input: $input) {\n      ... on SignedOutEverywhere {\n        ok\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.SignOutEverywhereDocument,
    "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      ... on SessionEnded {\n        session\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.EndSessionDocument,
    "\n  fragment EmailUnderWay on EmailChange {\n    newEmail\n    oldConfirmed\n    newConfirmed\n  }\n": typeof types.EmailUnderWayFragmentDoc,
    "\n  mutation RequestEmailChange($input: RequestEmailChangeInput!) {\n    requestEmailChange(input: $input) {\n      ... on EmailChangeRequested {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.RequestEmailChangeDocument,
    "\n  mutation CancelEmailChange($input: CancelEmailChangeInput!) {\n    cancelEmailChange(input: $input) {\n      ... on EmailChangeCancelled {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.CancelEmailChangeDocument,
    "\n  query Identities {\n    viewer {\n      id\n      identities {\n        id\n        provider\n        createdAt\n        lastUsedAt\n      }\n    }\n  }\n": typeof types.IdentitiesDocument,
    "\n  mutation UnlinkIdentity($input: UnlinkIdentityInput!) {\n    unlinkIdentity(input: $input) {\n      ... on IdentityUnlinked {\n        identity\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.UnlinkIdentityDocument,
    "\n  mutation FollowLink($input: FollowLinkInput!) {\n    followLink(input: $input) {\n      ... on SignedIn {\n        isNew\n        joinLink\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.FollowLinkDocument,
    "\n  fragment Passkey on Passkey {\n    id\n    name\n    createdAt\n    lastUsedAt\n  }\n": typeof types.PasskeyFragmentDoc,
    "\n  mutation RenamePasskey($input: RenamePasskeyInput!) {\n    renamePasskey(input: $input) {\n      ... on PasskeyRenamed {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.RenamePasskeyDocument,
    "\n  mutation RemovePasskey($input: RemovePasskeyInput!) {\n    removePasskey(input: $input) {\n      ... on PasskeyRemoved {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.RemovePasskeyDocument,
    "\n  mutation AskForPasskey($input: AskForPasskeyInput!) {\n    askForPasskey(input: $input) {\n      ... on PasskeyAsked {\n        options\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.AskForPasskeyDocument,
    "\n  mutation SignInWithPasskey($input: SignInWithPasskeyInput!) {\n    signInWithPasskey(input: $input) {\n      ... on SignedIn {\n        isNew\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.SignInWithPasskeyDocument,
    "\n  mutation BeginPasskey($input: BeginPasskeyInput!) {\n    beginPasskey(input: $input) {\n      ... on PasskeyBegun {\n        options\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.BeginPasskeyDocument,
    "\n  mutation RegisterPasskey($input: RegisterPasskeyInput!) {\n    registerPasskey(input: $input) {\n      ... on PasskeyRegistered {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.RegisterPasskeyDocument,
    "\n  query Pending {\n    viewer {\n      id\n      standing\n      applications {\n        id\n        state\n        messages {\n          id\n          fromGroup\n        }\n        group {\n          id\n          viewerIsMember\n        }\n        ...ApplicationCard\n      }\n      person {\n        id\n        name\n        affiliations {\n          id\n          state\n          startedOn\n          endedOn\n          decidedBy\n          declineReason\n          company {\n            id\n            name\n            nameEn\n            groups {\n              id\n              usualDays\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.PendingDocument,
    "\n  mutation AskForProof($input: AskForPasskeyInput!) {\n    askForPasskey(input: $input) {\n      ... on PasskeyAsked {\n        options\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.AskForProofDocument,
    "\n  mutation StepUp($input: StepUpInput!) {\n    stepUp(input: $input) {\n      ... on SteppedUp {\n        viewer {\n          id\n          needsSecondFactor\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.StepUpDocument,
    "\n  mutation SignOutToSignIn($input: SignOutInput!) {\n    signOut(input: $input) {\n      ... on SignedOut {\n        ok\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.SignOutToSignInDocument,
    "\n  mutation ChooseQueueMail($input: ChooseQueueMailInput!) {\n    chooseQueueMail(input: $input) {\n      ... on QueueMailChosen {\n        viewer {\n          id\n          queueMail\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.ChooseQueueMailDocument,
    "\n  mutation RequestSignIn($input: RequestSignInInput!) {\n    requestSignIn(input: $input) {\n      ... on SignInRequested {\n        email\n        expiresAt\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.RequestSignInDocument,
    "\n  query SignIns {\n    viewer {\n      id\n      email\n      needsSecondFactor\n      queueMail\n      safety {\n        provenUntil\n        totp\n        recoveryCodesLeft\n        passkeys {\n          id\n          ...Passkey\n        }\n        emailChange {\n          ...EmailUnderWay\n        }\n      }\n      sessions {\n        id\n        device\n        current\n        ...Device\n      }\n    }\n  }\n": typeof types.SignInsDocument,
    "\n  query CompanyGroups($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Company {\n        name\n        groups {\n          id\n          name\n          usualDays\n        }\n      }\n    }\n  }\n": typeof types.CompanyGroupsDocument,
};
const documents: Documents = {
    "\n  mutation EditApplication($input: EditApplicationInput!) {\n    editApplication(input: $input) {\n      ... on ApplicationEdited {\n        application {\n          id\n          questions\n          answers {\n            question\n            answer\n          }\n          messages {\n            id\n            fromGroup\n            body\n            at\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.EditApplicationDocument,
    "\n  mutation BeginTotp($input: BeginTotpInput!) {\n    beginTotp(input: $input) {\n      ... on TotpBegun {\n        secret\n        uri\n        qrCode\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.BeginTotpDocument,
    "\n  mutation ConfirmTotp($input: ConfirmTotpInput!) {\n    confirmTotp(input: $input) {\n      ... on TotpConfirmed {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.ConfirmTotpDocument,
    "\n  mutation RemoveTotp($input: RemoveTotpInput!) {\n    removeTotp(input: $input) {\n      ... on TotpRemoved {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.RemoveTotpDocument,
    "\n  fragment ApplicationCard on GroupApplication {\n    id\n    state\n    appliedAt\n    reason\n    decidedBy\n    questions\n    answers {\n      question\n      answer\n    }\n    messages {\n      id\n      fromGroup\n      body\n      at\n    }\n    group {\n      id\n      slug\n      name\n      nameEn\n      state\n      usualDays\n    }\n  }\n": types.ApplicationCardFragmentDoc,
    "\n  mutation RenewRecoveryCodes($input: RenewRecoveryCodesInput!) {\n    renewRecoveryCodes(input: $input) {\n      ... on RecoveryCodesRenewed {\n        codes\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.RenewRecoveryCodesDocument,
    "\n  query CompaniesToJoin($text: String) {\n    companies(text: $text, first: 8) {\n      edges {\n        matched\n        node {\n          id\n          name\n          nameEn\n          kind\n          proposed\n          industry {\n            key\n            name\n          }\n        }\n      }\n    }\n  }\n": types.CompaniesToJoinDocument,
    "\n  mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) {\n    confirmEmailChange(input: $input) {\n      ... on EmailChangeConfirmed {\n        done\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.ConfirmEmailChangeDocument,
    "\n  query DemoSignIns {\n    site {\n      demoSignIns {\n        key\n        label\n        description\n      }\n    }\n  }\n": types.DemoSignInsDocument,
    "\n  mutation SignInToDemo($input: SignInToDemoInput!) {\n    signInToDemo(input: $input) {\n      ... on SignedIn {\n        isNew\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.SignInToDemoDocument,
    "\n  fragment Device on Session {\n    id\n    device\n    method\n    createdAt\n    lastSeenAt\n    current\n  }\n": types.DeviceFragmentDoc,
    "\n  mutation SignOut($input: SignOutInput!) {\n    signOut(input: $input) {\n      ... on SignedOut {\n        ok\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.SignOutDocument,
    "\n  mutation SignOutEverywhere($input: SignOutEverywhereInput!) {\n    signOutEverywhere(input: $input) {\n      ... on SignedOutEverywhere {\n        ok\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.SignOutEverywhereDocument,
    "\n  mutation EndSession($input: EndSessionInput!) {\n    endSession(input: $input) {\n      ... on SessionEnded {\n        session\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.EndSessionDocument,
    "\n  fragment EmailUnderWay on EmailChange {\n    newEmail\n    oldConfirmed\n    newConfirmed\n  }\n": types.EmailUnderWayFragmentDoc,
    "\n  mutation RequestEmailChange($input: RequestEmailChangeInput!) {\n    requestEmailChange(input: $input) {\n      ... on EmailChangeRequested {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.RequestEmailChangeDocument,
    "\n  mutation CancelEmailChange($input: CancelEmailChangeInput!) {\n    cancelEmailChange(input: $input) {\n      ... on EmailChangeCancelled {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.CancelEmailChangeDocument,
    "\n  query Identities {\n    viewer {\n      id\n      identities {\n        id\n        provider\n        createdAt\n        lastUsedAt\n      }\n    }\n  }\n": types.IdentitiesDocument,
    "\n  mutation UnlinkIdentity($input: UnlinkIdentityInput!) {\n    unlinkIdentity(input: $input) {\n      ... on IdentityUnlinked {\n        identity\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.UnlinkIdentityDocument,
    "\n  mutation FollowLink($input: FollowLinkInput!) {\n    followLink(input: $input) {\n      ... on SignedIn {\n        isNew\n        joinLink\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.FollowLinkDocument,
    "\n  fragment Passkey on Passkey {\n    id\n    name\n    createdAt\n    lastUsedAt\n  }\n": types.PasskeyFragmentDoc,
    "\n  mutation RenamePasskey($input: RenamePasskeyInput!) {\n    renamePasskey(input: $input) {\n      ... on PasskeyRenamed {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.RenamePasskeyDocument,
    "\n  mutation RemovePasskey($input: RemovePasskeyInput!) {\n    removePasskey(input: $input) {\n      ... on PasskeyRemoved {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.RemovePasskeyDocument,
    "\n  mutation AskForPasskey($input: AskForPasskeyInput!) {\n    askForPasskey(input: $input) {\n      ... on PasskeyAsked {\n        options\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.AskForPasskeyDocument,
    "\n  mutation SignInWithPasskey($input: SignInWithPasskeyInput!) {\n    signInWithPasskey(input: $input) {\n      ... on SignedIn {\n        isNew\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.SignInWithPasskeyDocument,
    "\n  mutation BeginPasskey($input: BeginPasskeyInput!) {\n    beginPasskey(input: $input) {\n      ... on PasskeyBegun {\n        options\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.BeginPasskeyDocument,
    "\n  mutation RegisterPasskey($input: RegisterPasskeyInput!) {\n    registerPasskey(input: $input) {\n      ... on PasskeyRegistered {\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.RegisterPasskeyDocument,
    "\n  query Pending {\n    viewer {\n      id\n      standing\n      applications {\n        id\n        state\n        messages {\n          id\n          fromGroup\n        }\n        group {\n          id\n          viewerIsMember\n        }\n        ...ApplicationCard\n      }\n      person {\n        id\n        name\n        affiliations {\n          id\n          state\n          startedOn\n          endedOn\n          decidedBy\n          declineReason\n          company {\n            id\n            name\n            nameEn\n            groups {\n              id\n              usualDays\n            }\n          }\n        }\n      }\n    }\n  }\n": types.PendingDocument,
    "\n  mutation AskForProof($input: AskForPasskeyInput!) {\n    askForPasskey(input: $input) {\n      ... on PasskeyAsked {\n        options\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.AskForProofDocument,
    "\n  mutation StepUp($input: StepUpInput!) {\n    stepUp(input: $input) {\n      ... on SteppedUp {\n        viewer {\n          id\n          needsSecondFactor\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.StepUpDocument,
    "\n  mutation SignOutToSignIn($input: SignOutInput!) {\n    signOut(input: $input) {\n      ... on SignedOut {\n        ok\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.SignOutToSignInDocument,
    "\n  mutation ChooseQueueMail($input: ChooseQueueMailInput!) {\n    chooseQueueMail(input: $input) {\n      ... on QueueMailChosen {\n        viewer {\n          id\n          queueMail\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.ChooseQueueMailDocument,
    "\n  mutation RequestSignIn($input: RequestSignInInput!) {\n    requestSignIn(input: $input) {\n      ... on SignInRequested {\n        email\n        expiresAt\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.RequestSignInDocument,
    "\n  query SignIns {\n    viewer {\n      id\n      email\n      needsSecondFactor\n      queueMail\n      safety {\n        provenUntil\n        totp\n        recoveryCodesLeft\n        passkeys {\n          id\n          ...Passkey\n        }\n        emailChange {\n          ...EmailUnderWay\n        }\n      }\n      sessions {\n        id\n        device\n        current\n        ...Device\n      }\n    }\n  }\n": types.SignInsDocument,
    "\n  query CompanyGroups($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Company {\n        name\n        groups {\n          id\n          name\n          usualDays\n        }\n      }\n    }\n  }\n": types.CompanyGroupsDocument,
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
export function graphql(source: "\n  mutation EditApplication($input: EditApplicationInput!) {\n    editApplication(input: $input) {\n      ... on ApplicationEdited {\n        application {\n          id\n          questions\n          answers {\n            question\n            answer\n          }\n          messages {\n            id\n            fromGroup\n            body\n            at\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EditApplication($input: EditApplicationInput!) {\n    editApplication(input: $input) {\n      ... on ApplicationEdited {\n        application {\n          id\n          questions\n          answers {\n            question\n            answer\n          }\n          messages {\n            id\n            fromGroup\n            body\n            at\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  fragment ApplicationCard on GroupApplication {\n    id\n    state\n    appliedAt\n    reason\n    decidedBy\n    questions\n    answers {\n      question\n      answer\n    }\n    messages {\n      id\n      fromGroup\n      body\n      at\n    }\n    group {\n      id\n      slug\n      name\n      nameEn\n      state\n      usualDays\n    }\n  }\n"): (typeof documents)["\n  fragment ApplicationCard on GroupApplication {\n    id\n    state\n    appliedAt\n    reason\n    decidedBy\n    questions\n    answers {\n      question\n      answer\n    }\n    messages {\n      id\n      fromGroup\n      body\n      at\n    }\n    group {\n      id\n      slug\n      name\n      nameEn\n      state\n      usualDays\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenewRecoveryCodes($input: RenewRecoveryCodesInput!) {\n    renewRecoveryCodes(input: $input) {\n      ... on RecoveryCodesRenewed {\n        codes\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RenewRecoveryCodes($input: RenewRecoveryCodesInput!) {\n    renewRecoveryCodes(input: $input) {\n      ... on RecoveryCodesRenewed {\n        codes\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompaniesToJoin($text: String) {\n    companies(text: $text, first: 8) {\n      edges {\n        matched\n        node {\n          id\n          name\n          nameEn\n          kind\n          proposed\n          industry {\n            key\n            name\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CompaniesToJoin($text: String) {\n    companies(text: $text, first: 8) {\n      edges {\n        matched\n        node {\n          id\n          name\n          nameEn\n          kind\n          proposed\n          industry {\n            key\n            name\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) {\n    confirmEmailChange(input: $input) {\n      ... on EmailChangeConfirmed {\n        done\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) {\n    confirmEmailChange(input: $input) {\n      ... on EmailChangeConfirmed {\n        done\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DemoSignIns {\n    site {\n      demoSignIns {\n        key\n        label\n        description\n      }\n    }\n  }\n"): (typeof documents)["\n  query DemoSignIns {\n    site {\n      demoSignIns {\n        key\n        label\n        description\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignInToDemo($input: SignInToDemoInput!) {\n    signInToDemo(input: $input) {\n      ... on SignedIn {\n        isNew\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignInToDemo($input: SignInToDemoInput!) {\n    signInToDemo(input: $input) {\n      ... on SignedIn {\n        isNew\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  mutation FollowLink($input: FollowLinkInput!) {\n    followLink(input: $input) {\n      ... on SignedIn {\n        isNew\n        joinLink\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation FollowLink($input: FollowLinkInput!) {\n    followLink(input: $input) {\n      ... on SignedIn {\n        isNew\n        joinLink\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  mutation AskForPasskey($input: AskForPasskeyInput!) {\n    askForPasskey(input: $input) {\n      ... on PasskeyAsked {\n        options\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AskForPasskey($input: AskForPasskeyInput!) {\n    askForPasskey(input: $input) {\n      ... on PasskeyAsked {\n        options\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignInWithPasskey($input: SignInWithPasskeyInput!) {\n    signInWithPasskey(input: $input) {\n      ... on SignedIn {\n        isNew\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignInWithPasskey($input: SignInWithPasskeyInput!) {\n    signInWithPasskey(input: $input) {\n      ... on SignedIn {\n        isNew\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  query Pending {\n    viewer {\n      id\n      standing\n      applications {\n        id\n        state\n        messages {\n          id\n          fromGroup\n        }\n        group {\n          id\n          viewerIsMember\n        }\n        ...ApplicationCard\n      }\n      person {\n        id\n        name\n        affiliations {\n          id\n          state\n          startedOn\n          endedOn\n          decidedBy\n          declineReason\n          company {\n            id\n            name\n            nameEn\n            groups {\n              id\n              usualDays\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Pending {\n    viewer {\n      id\n      standing\n      applications {\n        id\n        state\n        messages {\n          id\n          fromGroup\n        }\n        group {\n          id\n          viewerIsMember\n        }\n        ...ApplicationCard\n      }\n      person {\n        id\n        name\n        affiliations {\n          id\n          state\n          startedOn\n          endedOn\n          decidedBy\n          declineReason\n          company {\n            id\n            name\n            nameEn\n            groups {\n              id\n              usualDays\n            }\n          }\n        }\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  mutation RequestSignIn($input: RequestSignInInput!) {\n    requestSignIn(input: $input) {\n      ... on SignInRequested {\n        email\n        expiresAt\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RequestSignIn($input: RequestSignInInput!) {\n    requestSignIn(input: $input) {\n      ... on SignInRequested {\n        email\n        expiresAt\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SignIns {\n    viewer {\n      id\n      email\n      needsSecondFactor\n      queueMail\n      safety {\n        provenUntil\n        totp\n        recoveryCodesLeft\n        passkeys {\n          id\n          ...Passkey\n        }\n        emailChange {\n          ...EmailUnderWay\n        }\n      }\n      sessions {\n        id\n        device\n        current\n        ...Device\n      }\n    }\n  }\n"): (typeof documents)["\n  query SignIns {\n    viewer {\n      id\n      email\n      needsSecondFactor\n      queueMail\n      safety {\n        provenUntil\n        totp\n        recoveryCodesLeft\n        passkeys {\n          id\n          ...Passkey\n        }\n        emailChange {\n          ...EmailUnderWay\n        }\n      }\n      sessions {\n        id\n        device\n        current\n        ...Device\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompanyGroups($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Company {\n        name\n        groups {\n          id\n          name\n          usualDays\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CompanyGroups($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Company {\n        name\n        groups {\n          id\n          name\n          usualDays\n        }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;