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
    "\n  fragment ApplicationCard on GroupApplication {\n    id\n    state\n    appliedAt\n    reason\n    decidedBy\n    questions\n    answers {\n      question\n      answer\n    }\n    messages {\n      id\n      fromGroup\n      body\n      at\n    }\n    group {\n      id\n      slug\n      name\n      nameEn\n      state\n      usualDays\n    }\n  }\n": typeof types.ApplicationCardFragmentDoc,
    "\n  query CompaniesToJoin($text: String) {\n    companies(text: $text, first: 8) {\n      edges {\n        matched\n        node {\n          id\n          name\n          nameEn\n          kind\n          proposed\n          industry {\n            key\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.CompaniesToJoinDocument,
    "\n  mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) {\n    confirmEmailChange(input: $input) {\n      ... on EmailChangeConfirmed {\n        done\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.ConfirmEmailChangeDocument,
    "\n  query DemoSignIns {\n    site {\n      demoSignIns {\n        key\n        label\n        description\n      }\n    }\n  }\n": typeof types.DemoSignInsDocument,
    "\n  mutation SignInToDemo($input: SignInToDemoInput!) {\n    signInToDemo(input: $input) {\n      ... on SignedIn {\n        isNew\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.SignInToDemoDocument,
    "\n  mutation FollowLink($input: FollowLinkInput!) {\n    followLink(input: $input) {\n      ... on SignedIn {\n        isNew\n        joinLink\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.FollowLinkDocument,
    "\n  mutation AskForPasskey($input: AskForPasskeyInput!) {\n    askForPasskey(input: $input) {\n      ... on PasskeyAsked {\n        options\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.AskForPasskeyDocument,
    "\n  mutation SignInWithPasskey($input: SignInWithPasskeyInput!) {\n    signInWithPasskey(input: $input) {\n      ... on SignedIn {\n        isNew\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.SignInWithPasskeyDocument,
    "\n  query Pending {\n    viewer {\n      id\n      standing\n      applications {\n        id\n        state\n        messages {\n          id\n          fromGroup\n        }\n        group {\n          id\n          viewerIsMember\n        }\n        ...ApplicationCard\n      }\n      person {\n        id\n        name\n        affiliations {\n          id\n          state\n          startedOn\n          endedOn\n          decidedBy\n          declineReason\n          company {\n            id\n            name\n            nameEn\n            groups {\n              id\n              usualDays\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.PendingDocument,
    "\n  mutation RequestSignIn($input: RequestSignInInput!) {\n    requestSignIn(input: $input) {\n      ... on SignInRequested {\n        email\n        expiresAt\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.RequestSignInDocument,
    "\n  query CompanyGroups($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Company {\n        name\n        groups {\n          id\n          name\n          usualDays\n        }\n      }\n    }\n  }\n": typeof types.CompanyGroupsDocument,
};
const documents: Documents = {
    "\n  mutation EditApplication($input: EditApplicationInput!) {\n    editApplication(input: $input) {\n      ... on ApplicationEdited {\n        application {\n          id\n          questions\n          answers {\n            question\n            answer\n          }\n          messages {\n            id\n            fromGroup\n            body\n            at\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.EditApplicationDocument,
    "\n  fragment ApplicationCard on GroupApplication {\n    id\n    state\n    appliedAt\n    reason\n    decidedBy\n    questions\n    answers {\n      question\n      answer\n    }\n    messages {\n      id\n      fromGroup\n      body\n      at\n    }\n    group {\n      id\n      slug\n      name\n      nameEn\n      state\n      usualDays\n    }\n  }\n": types.ApplicationCardFragmentDoc,
    "\n  query CompaniesToJoin($text: String) {\n    companies(text: $text, first: 8) {\n      edges {\n        matched\n        node {\n          id\n          name\n          nameEn\n          kind\n          proposed\n          industry {\n            key\n            name\n          }\n        }\n      }\n    }\n  }\n": types.CompaniesToJoinDocument,
    "\n  mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) {\n    confirmEmailChange(input: $input) {\n      ... on EmailChangeConfirmed {\n        done\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.ConfirmEmailChangeDocument,
    "\n  query DemoSignIns {\n    site {\n      demoSignIns {\n        key\n        label\n        description\n      }\n    }\n  }\n": types.DemoSignInsDocument,
    "\n  mutation SignInToDemo($input: SignInToDemoInput!) {\n    signInToDemo(input: $input) {\n      ... on SignedIn {\n        isNew\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.SignInToDemoDocument,
    "\n  mutation FollowLink($input: FollowLinkInput!) {\n    followLink(input: $input) {\n      ... on SignedIn {\n        isNew\n        joinLink\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.FollowLinkDocument,
    "\n  mutation AskForPasskey($input: AskForPasskeyInput!) {\n    askForPasskey(input: $input) {\n      ... on PasskeyAsked {\n        options\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.AskForPasskeyDocument,
    "\n  mutation SignInWithPasskey($input: SignInWithPasskeyInput!) {\n    signInWithPasskey(input: $input) {\n      ... on SignedIn {\n        isNew\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.SignInWithPasskeyDocument,
    "\n  query Pending {\n    viewer {\n      id\n      standing\n      applications {\n        id\n        state\n        messages {\n          id\n          fromGroup\n        }\n        group {\n          id\n          viewerIsMember\n        }\n        ...ApplicationCard\n      }\n      person {\n        id\n        name\n        affiliations {\n          id\n          state\n          startedOn\n          endedOn\n          decidedBy\n          declineReason\n          company {\n            id\n            name\n            nameEn\n            groups {\n              id\n              usualDays\n            }\n          }\n        }\n      }\n    }\n  }\n": types.PendingDocument,
    "\n  mutation RequestSignIn($input: RequestSignInInput!) {\n    requestSignIn(input: $input) {\n      ... on SignInRequested {\n        email\n        expiresAt\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.RequestSignInDocument,
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
export function graphql(source: "\n  fragment ApplicationCard on GroupApplication {\n    id\n    state\n    appliedAt\n    reason\n    decidedBy\n    questions\n    answers {\n      question\n      answer\n    }\n    messages {\n      id\n      fromGroup\n      body\n      at\n    }\n    group {\n      id\n      slug\n      name\n      nameEn\n      state\n      usualDays\n    }\n  }\n"): (typeof documents)["\n  fragment ApplicationCard on GroupApplication {\n    id\n    state\n    appliedAt\n    reason\n    decidedBy\n    questions\n    answers {\n      question\n      answer\n    }\n    messages {\n      id\n      fromGroup\n      body\n      at\n    }\n    group {\n      id\n      slug\n      name\n      nameEn\n      state\n      usualDays\n    }\n  }\n"];
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
export function graphql(source: "\n  mutation FollowLink($input: FollowLinkInput!) {\n    followLink(input: $input) {\n      ... on SignedIn {\n        isNew\n        joinLink\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation FollowLink($input: FollowLinkInput!) {\n    followLink(input: $input) {\n      ... on SignedIn {\n        isNew\n        joinLink\n        viewer {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  query Pending {\n    viewer {\n      id\n      standing\n      applications {\n        id\n        state\n        messages {\n          id\n          fromGroup\n        }\n        group {\n          id\n          viewerIsMember\n        }\n        ...ApplicationCard\n      }\n      person {\n        id\n        name\n        affiliations {\n          id\n          state\n          startedOn\n          endedOn\n          decidedBy\n          declineReason\n          company {\n            id\n            name\n            nameEn\n            groups {\n              id\n              usualDays\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Pending {\n    viewer {\n      id\n      standing\n      applications {\n        id\n        state\n        messages {\n          id\n          fromGroup\n        }\n        group {\n          id\n          viewerIsMember\n        }\n        ...ApplicationCard\n      }\n      person {\n        id\n        name\n        affiliations {\n          id\n          state\n          startedOn\n          endedOn\n          decidedBy\n          declineReason\n          company {\n            id\n            name\n            nameEn\n            groups {\n              id\n              usualDays\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestSignIn($input: RequestSignInInput!) {\n    requestSignIn(input: $input) {\n      ... on SignInRequested {\n        email\n        expiresAt\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RequestSignIn($input: RequestSignInInput!) {\n    requestSignIn(input: $input) {\n      ... on SignInRequested {\n        email\n        expiresAt\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompanyGroups($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Company {\n        name\n        groups {\n          id\n          name\n          usualDays\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CompanyGroups($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Company {\n        name\n        groups {\n          id\n          name\n          usualDays\n        }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;