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
    "\n  query Company($id: ID!) {\n    company(id: $id) {\n      id\n      name\n      nameEn\n      aliases\n      formerNames\n      size\n      proposed\n      memberCount\n      industry {\n        key\n        name\n      }\n      predecessors {\n        id\n        name\n        nameEn\n      }\n      successors {\n        id\n        name\n        nameEn\n      }\n      groups {\n        id\n        slug\n        name\n        nameEn\n      }\n      ...CompanyPeople\n      opportunities(first: 5) {\n        edges {\n          node {\n            id\n            kind\n            direction\n            title\n            author {\n              id\n              name\n            }\n            authorCompanies {\n              id\n              name\n              nameEn\n            }\n            onBehalfOf\n            place\n            remote\n            pay\n            lastDay\n            live\n            closeReason\n            fits\n          }\n        }\n      }\n    }\n  }\n": typeof types.CompanyDocument,
    "\n  fragment CompanyPeople on Company {\n    id\n    people(first: 12) {\n      totalCount\n      edges {\n        node {\n          id\n          name\n          reading\n          headline\n          gives\n          asks\n          affiliations {\n            id\n            startedOn\n            endedOn\n            verification\n            company {\n              id\n              name\n              nameEn\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.CompanyPeopleFragmentDoc,
};
const documents: Documents = {
    "\n  query Company($id: ID!) {\n    company(id: $id) {\n      id\n      name\n      nameEn\n      aliases\n      formerNames\n      size\n      proposed\n      memberCount\n      industry {\n        key\n        name\n      }\n      predecessors {\n        id\n        name\n        nameEn\n      }\n      successors {\n        id\n        name\n        nameEn\n      }\n      groups {\n        id\n        slug\n        name\n        nameEn\n      }\n      ...CompanyPeople\n      opportunities(first: 5) {\n        edges {\n          node {\n            id\n            kind\n            direction\n            title\n            author {\n              id\n              name\n            }\n            authorCompanies {\n              id\n              name\n              nameEn\n            }\n            onBehalfOf\n            place\n            remote\n            pay\n            lastDay\n            live\n            closeReason\n            fits\n          }\n        }\n      }\n    }\n  }\n": types.CompanyDocument,
    "\n  fragment CompanyPeople on Company {\n    id\n    people(first: 12) {\n      totalCount\n      edges {\n        node {\n          id\n          name\n          reading\n          headline\n          gives\n          asks\n          affiliations {\n            id\n            startedOn\n            endedOn\n            verification\n            company {\n              id\n              name\n              nameEn\n            }\n          }\n        }\n      }\n    }\n  }\n": types.CompanyPeopleFragmentDoc,
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
export function graphql(source: "\n  query Company($id: ID!) {\n    company(id: $id) {\n      id\n      name\n      nameEn\n      aliases\n      formerNames\n      size\n      proposed\n      memberCount\n      industry {\n        key\n        name\n      }\n      predecessors {\n        id\n        name\n        nameEn\n      }\n      successors {\n        id\n        name\n        nameEn\n      }\n      groups {\n        id\n        slug\n        name\n        nameEn\n      }\n      ...CompanyPeople\n      opportunities(first: 5) {\n        edges {\n          node {\n            id\n            kind\n            direction\n            title\n            author {\n              id\n              name\n            }\n            authorCompanies {\n              id\n              name\n              nameEn\n            }\n            onBehalfOf\n            place\n            remote\n            pay\n            lastDay\n            live\n            closeReason\n            fits\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Company($id: ID!) {\n    company(id: $id) {\n      id\n      name\n      nameEn\n      aliases\n      formerNames\n      size\n      proposed\n      memberCount\n      industry {\n        key\n        name\n      }\n      predecessors {\n        id\n        name\n        nameEn\n      }\n      successors {\n        id\n        name\n        nameEn\n      }\n      groups {\n        id\n        slug\n        name\n        nameEn\n      }\n      ...CompanyPeople\n      opportunities(first: 5) {\n        edges {\n          node {\n            id\n            kind\n            direction\n            title\n            author {\n              id\n              name\n            }\n            authorCompanies {\n              id\n              name\n              nameEn\n            }\n            onBehalfOf\n            place\n            remote\n            pay\n            lastDay\n            live\n            closeReason\n            fits\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CompanyPeople on Company {\n    id\n    people(first: 12) {\n      totalCount\n      edges {\n        node {\n          id\n          name\n          reading\n          headline\n          gives\n          asks\n          affiliations {\n            id\n            startedOn\n            endedOn\n            verification\n            company {\n              id\n              name\n              nameEn\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment CompanyPeople on Company {\n    id\n    people(first: 12) {\n      totalCount\n      edges {\n        node {\n          id\n          name\n          reading\n          headline\n          gives\n          asks\n          affiliations {\n            id\n            startedOn\n            endedOn\n            verification\n            company {\n              id\n              name\n              nameEn\n            }\n          }\n        }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;