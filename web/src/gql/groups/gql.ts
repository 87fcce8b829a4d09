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
    "\n  fragment Applying on AlumniGroup {\n    id\n    slug\n    name\n    nameEn\n    usualDays\n    decidedBy\n    questions\n    viewerIsMember\n    viewerApplication {\n      id\n      state\n    }\n    companies {\n      id\n      name\n      nameEn\n    }\n  }\n": typeof types.ApplyingFragmentDoc,
    "\n  fragment Belonging on AlumniGroup {\n    id\n    viewerRole\n    viewerIsMember\n    companies {\n      id\n      name\n      nameEn\n    }\n  }\n": typeof types.BelongingFragmentDoc,
    "\n  query Group($slug: String!) {\n    viewer {\n      id\n      person {\n        id\n        affiliations {\n          id\n          company {\n            id\n          }\n        }\n      }\n    }\n    group(slug: $slug) {\n      id\n      slug\n      name\n      nameEn\n      description\n      runBy\n      recognition\n      contact\n      memberCount\n      usualDays\n      viewerRole\n      companies {\n        id\n        name\n        nameEn\n      }\n      ...Applying\n      ...Belonging\n      ...GroupOperators\n      ...GroupPeople\n      opportunities(first: 5) {\n        edges {\n          node {\n            id\n            kind\n            direction\n            title\n            author {\n              id\n              name\n            }\n            authorCompanies {\n              id\n              name\n              nameEn\n            }\n            onBehalfOf\n            place\n            remote\n            pay\n            lastDay\n            live\n            closeReason\n            fits\n          }\n        }\n      }\n    }\n  }\n": typeof types.GroupDocument,
    "\n  query Groups {\n    groups(first: 100) {\n      edges {\n        node {\n          id\n          slug\n          name\n          nameEn\n          runBy\n          recognition\n          memberCount\n          viewerIsMember\n          companies {\n            id\n            name\n            nameEn\n          }\n        }\n      }\n    }\n  }\n": typeof types.GroupsDocument,
    "\n  fragment GroupOperators on AlumniGroup {\n    id\n    operators {\n      id\n      name\n      reading\n      headline\n    }\n  }\n": typeof types.GroupOperatorsFragmentDoc,
    "\n  fragment GroupPeople on AlumniGroup {\n    id\n    companies {\n      id\n    }\n    people(first: 6) {\n      edges {\n        node {\n          id\n          name\n          reading\n          headline\n          gives\n          asks\n          affiliations {\n            id\n            startedOn\n            endedOn\n            verification\n            company {\n              id\n              name\n              nameEn\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.GroupPeopleFragmentDoc,
};
const documents: Documents = {
    "\n  fragment Applying on AlumniGroup {\n    id\n    slug\n    name\n    nameEn\n    usualDays\n    decidedBy\n    questions\n    viewerIsMember\n    viewerApplication {\n      id\n      state\n    }\n    companies {\n      id\n      name\n      nameEn\n    }\n  }\n": types.ApplyingFragmentDoc,
    "\n  fragment Belonging on AlumniGroup {\n    id\n    viewerRole\n    viewerIsMember\n    companies {\n      id\n      name\n      nameEn\n    }\n  }\n": types.BelongingFragmentDoc,
    "\n  query Group($slug: String!) {\n    viewer {\n      id\n      person {\n        id\n        affiliations {\n          id\n          company {\n            id\n          }\n        }\n      }\n    }\n    group(slug: $slug) {\n      id\n      slug\n      name\n      nameEn\n      description\n      runBy\n      recognition\n      contact\n      memberCount\n      usualDays\n      viewerRole\n      companies {\n        id\n        name\n        nameEn\n      }\n      ...Applying\n      ...Belonging\n      ...GroupOperators\n      ...GroupPeople\n      opportunities(first: 5) {\n        edges {\n          node {\n            id\n            kind\n            direction\n            title\n            author {\n              id\n              name\n            }\n            authorCompanies {\n              id\n              name\n              nameEn\n            }\n            onBehalfOf\n            place\n            remote\n            pay\n            lastDay\n            live\n            closeReason\n            fits\n          }\n        }\n      }\n    }\n  }\n": types.GroupDocument,
    "\n  query Groups {\n    groups(first: 100) {\n      edges {\n        node {\n          id\n          slug\n          name\n          nameEn\n          runBy\n          recognition\n          memberCount\n          viewerIsMember\n          companies {\n            id\n            name\n            nameEn\n          }\n        }\n      }\n    }\n  }\n": types.GroupsDocument,
    "\n  fragment GroupOperators on AlumniGroup {\n    id\n    operators {\n      id\n      name\n      reading\n      headline\n    }\n  }\n": types.GroupOperatorsFragmentDoc,
    "\n  fragment GroupPeople on AlumniGroup {\n    id\n    companies {\n      id\n    }\n    people(first: 6) {\n      edges {\n        node {\n          id\n          name\n          reading\n          headline\n          gives\n          asks\n          affiliations {\n            id\n            startedOn\n            endedOn\n            verification\n            company {\n              id\n              name\n              nameEn\n            }\n          }\n        }\n      }\n    }\n  }\n": types.GroupPeopleFragmentDoc,
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
export function graphql(source: "\n  fragment Applying on AlumniGroup {\n    id\n    slug\n    name\n    nameEn\n    usualDays\n    decidedBy\n    questions\n    viewerIsMember\n    viewerApplication {\n      id\n      state\n    }\n    companies {\n      id\n      name\n      nameEn\n    }\n  }\n"): (typeof documents)["\n  fragment Applying on AlumniGroup {\n    id\n    slug\n    name\n    nameEn\n    usualDays\n    decidedBy\n    questions\n    viewerIsMember\n    viewerApplication {\n      id\n      state\n    }\n    companies {\n      id\n      name\n      nameEn\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Belonging on AlumniGroup {\n    id\n    viewerRole\n    viewerIsMember\n    companies {\n      id\n      name\n      nameEn\n    }\n  }\n"): (typeof documents)["\n  fragment Belonging on AlumniGroup {\n    id\n    viewerRole\n    viewerIsMember\n    companies {\n      id\n      name\n      nameEn\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Group($slug: String!) {\n    viewer {\n      id\n      person {\n        id\n        affiliations {\n          id\n          company {\n            id\n          }\n        }\n      }\n    }\n    group(slug: $slug) {\n      id\n      slug\n      name\n      nameEn\n      description\n      runBy\n      recognition\n      contact\n      memberCount\n      usualDays\n      viewerRole\n      companies {\n        id\n        name\n        nameEn\n      }\n      ...Applying\n      ...Belonging\n      ...GroupOperators\n      ...GroupPeople\n      opportunities(first: 5) {\n        edges {\n          node {\n            id\n            kind\n            direction\n            title\n            author {\n              id\n              name\n            }\n            authorCompanies {\n              id\n              name\n              nameEn\n            }\n            onBehalfOf\n            place\n            remote\n            pay\n            lastDay\n            live\n            closeReason\n            fits\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Group($slug: String!) {\n    viewer {\n      id\n      person {\n        id\n        affiliations {\n          id\n          company {\n            id\n          }\n        }\n      }\n    }\n    group(slug: $slug) {\n      id\n      slug\n      name\n      nameEn\n      description\n      runBy\n      recognition\n      contact\n      memberCount\n      usualDays\n      viewerRole\n      companies {\n        id\n        name\n        nameEn\n      }\n      ...Applying\n      ...Belonging\n      ...GroupOperators\n      ...GroupPeople\n      opportunities(first: 5) {\n        edges {\n          node {\n            id\n            kind\n            direction\n            title\n            author {\n              id\n              name\n            }\n            authorCompanies {\n              id\n              name\n              nameEn\n            }\n            onBehalfOf\n            place\n            remote\n            pay\n            lastDay\n            live\n            closeReason\n            fits\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Groups {\n    groups(first: 100) {\n      edges {\n        node {\n          id\n          slug\n          name\n          nameEn\n          runBy\n          recognition\n          memberCount\n          viewerIsMember\n          companies {\n            id\n            name\n            nameEn\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Groups {\n    groups(first: 100) {\n      edges {\n        node {\n          id\n          slug\n          name\n          nameEn\n          runBy\n          recognition\n          memberCount\n          viewerIsMember\n          companies {\n            id\n            name\n            nameEn\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment GroupOperators on AlumniGroup {\n    id\n    operators {\n      id\n      name\n      reading\n      headline\n    }\n  }\n"): (typeof documents)["\n  fragment GroupOperators on AlumniGroup {\n    id\n    operators {\n      id\n      name\n      reading\n      headline\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment GroupPeople on AlumniGroup {\n    id\n    companies {\n      id\n    }\n    people(first: 6) {\n      edges {\n        node {\n          id\n          name\n          reading\n          headline\n          gives\n          asks\n          affiliations {\n            id\n            startedOn\n            endedOn\n            verification\n            company {\n              id\n              name\n              nameEn\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment GroupPeople on AlumniGroup {\n    id\n    companies {\n      id\n    }\n    people(first: 6) {\n      edges {\n        node {\n          id\n          name\n          reading\n          headline\n          gives\n          asks\n          affiliations {\n            id\n            startedOn\n            endedOn\n            verification\n            company {\n              id\n              name\n              nameEn\n            }\n          }\n        }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;