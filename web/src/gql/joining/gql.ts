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
    "\n  fragment GroupFirst on AlumniGroup {\n    id\n    description\n    runBy\n    recognition\n    memberCount\n    guidelines\n    companies {\n      id\n      name\n      nameEn\n    }\n    opportunities(first: 3) {\n      edges {\n        node {\n          id\n          kind\n          direction\n          title\n          author {\n            id\n            name\n          }\n          authorCompanies {\n            id\n            name\n            nameEn\n          }\n          onBehalfOf\n          place\n          remote\n          pay\n          lastDay\n          live\n          closeReason\n          fits\n        }\n      }\n    }\n  }\n": typeof types.GroupFirstFragmentDoc,
    "\n  query JoinLink($token: String!) {\n    viewer {\n      id\n      standing\n      person {\n        id\n        affiliations {\n          id\n          company {\n            id\n          }\n        }\n      }\n    }\n    joinLink(token: $token) {\n      questions\n      standing\n      group {\n        id\n        slug\n        name\n        nameEn\n        contact\n        usualDays\n        decidedBy\n        viewerIsMember\n        viewerApplication {\n          id\n          state\n        }\n        companies {\n          id\n          name\n          nameEn\n        }\n        ...GroupFirst\n      }\n    }\n  }\n": typeof types.JoinLinkDocument,
    "\n  fragment LinkCard on JoinLink {\n    id\n    label\n    token\n    questions\n    mostUses\n    used\n    expiresAt\n    standing\n    waiting\n    approved\n    declined\n  }\n": typeof types.LinkCardFragmentDoc,
    "\n  mutation EndJoinLink($input: EndJoinLinkInput!) {\n    endJoinLink(input: $input) {\n      ... on JoinLinkEnded {\n        joinLink {\n          id\n          standing\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.EndJoinLinkDocument,
    "\n  query JoinLinks($slug: String!) {\n    site {\n      members\n      companies {\n        id\n      }\n    }\n    group(slug: $slug) {\n      id\n      slug\n      name\n      nameEn\n      usualDays\n      questions\n      memberCount\n      viewerRole\n      companies {\n        id\n        name\n        nameEn\n      }\n      joinLinks {\n        id\n        ...LinkCard\n      }\n    }\n  }\n": typeof types.JoinLinksDocument,
    "\n  mutation MakeJoinLink($input: MakeJoinLinkInput!) {\n    makeJoinLink(input: $input) {\n      ... on JoinLinkMade {\n        joinLink {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.MakeJoinLinkDocument,
};
const documents: Documents = {
    "\n  fragment GroupFirst on AlumniGroup {\n    id\n    description\n    runBy\n    recognition\n    memberCount\n    guidelines\n    companies {\n      id\n      name\n      nameEn\n    }\n    opportunities(first: 3) {\n      edges {\n        node {\n          id\n          kind\n          direction\n          title\n          author {\n            id\n            name\n          }\n          authorCompanies {\n            id\n            name\n            nameEn\n          }\n          onBehalfOf\n          place\n          remote\n          pay\n          lastDay\n          live\n          closeReason\n          fits\n        }\n      }\n    }\n  }\n": types.GroupFirstFragmentDoc,
    "\n  query JoinLink($token: String!) {\n    viewer {\n      id\n      standing\n      person {\n        id\n        affiliations {\n          id\n          company {\n            id\n          }\n        }\n      }\n    }\n    joinLink(token: $token) {\n      questions\n      standing\n      group {\n        id\n        slug\n        name\n        nameEn\n        contact\n        usualDays\n        decidedBy\n        viewerIsMember\n        viewerApplication {\n          id\n          state\n        }\n        companies {\n          id\n          name\n          nameEn\n        }\n        ...GroupFirst\n      }\n    }\n  }\n": types.JoinLinkDocument,
    "\n  fragment LinkCard on JoinLink {\n    id\n    label\n    token\n    questions\n    mostUses\n    used\n    expiresAt\n    standing\n    waiting\n    approved\n    declined\n  }\n": types.LinkCardFragmentDoc,
    "\n  mutation EndJoinLink($input: EndJoinLinkInput!) {\n    endJoinLink(input: $input) {\n      ... on JoinLinkEnded {\n        joinLink {\n          id\n          standing\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.EndJoinLinkDocument,
    "\n  query JoinLinks($slug: String!) {\n    site {\n      members\n      companies {\n        id\n      }\n    }\n    group(slug: $slug) {\n      id\n      slug\n      name\n      nameEn\n      usualDays\n      questions\n      memberCount\n      viewerRole\n      companies {\n        id\n        name\n        nameEn\n      }\n      joinLinks {\n        id\n        ...LinkCard\n      }\n    }\n  }\n": types.JoinLinksDocument,
    "\n  mutation MakeJoinLink($input: MakeJoinLinkInput!) {\n    makeJoinLink(input: $input) {\n      ... on JoinLinkMade {\n        joinLink {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.MakeJoinLinkDocument,
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
export function graphql(source: "\n  fragment GroupFirst on AlumniGroup {\n    id\n    description\n    runBy\n    recognition\n    memberCount\n    guidelines\n    companies {\n      id\n      name\n      nameEn\n    }\n    opportunities(first: 3) {\n      edges {\n        node {\n          id\n          kind\n          direction\n          title\n          author {\n            id\n            name\n          }\n          authorCompanies {\n            id\n            name\n            nameEn\n          }\n          onBehalfOf\n          place\n          remote\n          pay\n          lastDay\n          live\n          closeReason\n          fits\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment GroupFirst on AlumniGroup {\n    id\n    description\n    runBy\n    recognition\n    memberCount\n    guidelines\n    companies {\n      id\n      name\n      nameEn\n    }\n    opportunities(first: 3) {\n      edges {\n        node {\n          id\n          kind\n          direction\n          title\n          author {\n            id\n            name\n          }\n          authorCompanies {\n            id\n            name\n            nameEn\n          }\n          onBehalfOf\n          place\n          remote\n          pay\n          lastDay\n          live\n          closeReason\n          fits\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query JoinLink($token: String!) {\n    viewer {\n      id\n      standing\n      person {\n        id\n        affiliations {\n          id\n          company {\n            id\n          }\n        }\n      }\n    }\n    joinLink(token: $token) {\n      questions\n      standing\n      group {\n        id\n        slug\n        name\n        nameEn\n        contact\n        usualDays\n        decidedBy\n        viewerIsMember\n        viewerApplication {\n          id\n          state\n        }\n        companies {\n          id\n          name\n          nameEn\n        }\n        ...GroupFirst\n      }\n    }\n  }\n"): (typeof documents)["\n  query JoinLink($token: String!) {\n    viewer {\n      id\n      standing\n      person {\n        id\n        affiliations {\n          id\n          company {\n            id\n          }\n        }\n      }\n    }\n    joinLink(token: $token) {\n      questions\n      standing\n      group {\n        id\n        slug\n        name\n        nameEn\n        contact\n        usualDays\n        decidedBy\n        viewerIsMember\n        viewerApplication {\n          id\n          state\n        }\n        companies {\n          id\n          name\n          nameEn\n        }\n        ...GroupFirst\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LinkCard on JoinLink {\n    id\n    label\n    token\n    questions\n    mostUses\n    used\n    expiresAt\n    standing\n    waiting\n    approved\n    declined\n  }\n"): (typeof documents)["\n  fragment LinkCard on JoinLink {\n    id\n    label\n    token\n    questions\n    mostUses\n    used\n    expiresAt\n    standing\n    waiting\n    approved\n    declined\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndJoinLink($input: EndJoinLinkInput!) {\n    endJoinLink(input: $input) {\n      ... on JoinLinkEnded {\n        joinLink {\n          id\n          standing\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EndJoinLink($input: EndJoinLinkInput!) {\n    endJoinLink(input: $input) {\n      ... on JoinLinkEnded {\n        joinLink {\n          id\n          standing\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query JoinLinks($slug: String!) {\n    site {\n      members\n      companies {\n        id\n      }\n    }\n    group(slug: $slug) {\n      id\n      slug\n      name\n      nameEn\n      usualDays\n      questions\n      memberCount\n      viewerRole\n      companies {\n        id\n        name\n        nameEn\n      }\n      joinLinks {\n        id\n        ...LinkCard\n      }\n    }\n  }\n"): (typeof documents)["\n  query JoinLinks($slug: String!) {\n    site {\n      members\n      companies {\n        id\n      }\n    }\n    group(slug: $slug) {\n      id\n      slug\n      name\n      nameEn\n      usualDays\n      questions\n      memberCount\n      viewerRole\n      companies {\n        id\n        name\n        nameEn\n      }\n      joinLinks {\n        id\n        ...LinkCard\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MakeJoinLink($input: MakeJoinLinkInput!) {\n    makeJoinLink(input: $input) {\n      ... on JoinLinkMade {\n        joinLink {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation MakeJoinLink($input: MakeJoinLinkInput!) {\n    makeJoinLink(input: $input) {\n      ... on JoinLinkMade {\n        joinLink {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;