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
    "\n  fragment Career on Person {\n    id\n    affiliations {\n      id\n      startedOn\n      endedOn\n      department\n      title\n      verification\n      company {\n        id\n        name\n        nameEn\n      }\n    }\n  }\n": typeof types.CareerFragmentDoc,
    "\n  fragment PersonFound on Person {\n    id\n    name\n    reading\n    headline\n    gives\n    asks\n    affiliations {\n      id\n      startedOn\n      endedOn\n      verification\n      company {\n        id\n        name\n        nameEn\n      }\n    }\n  }\n": typeof types.PersonFoundFragmentDoc,
    "\n  fragment PersonHighlights on PersonEdge {\n    highlights {\n      field\n      segments {\n        text\n        marked\n      }\n    }\n  }\n": typeof types.PersonHighlightsFragmentDoc,
    "\n  fragment GivesAndAsks on Person {\n    id\n    gives\n    asks\n  }\n": typeof types.GivesAndAsksFragmentDoc,
    "\n  fragment PersonHead on Person {\n    id\n    name\n    reading\n    romanised\n    formerName\n    headline\n    presentPosition\n    place\n    inCommon {\n      from\n      until\n      company {\n        id\n        name\n        nameEn\n      }\n    }\n  }\n": typeof types.PersonHeadFragmentDoc,
    "\n  fragment PersonMenu on Person {\n    id\n    name\n  }\n": typeof types.PersonMenuFragmentDoc,
    "\n  mutation BlockPerson($input: BlockMemberInput!) {\n    blockMember(input: $input) {\n      ... on MemberBlocked {\n        member\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.BlockPersonDocument,
    "\n  mutation ReportPerson($input: FileReportInput!) {\n    fileReport(input: $input) {\n      ... on ReportFiled {\n        report {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.ReportPersonDocument,
    "\n  query Person($id: ID!) {\n    person(id: $id) {\n      id\n      name\n      bioHtml\n      viewerIsThem\n      skills {\n        id\n        name\n      }\n      ...PersonHead\n      ...GivesAndAsks\n      ...Career\n      ...PersonMenu\n      opportunities(first: 5) {\n        edges {\n          node {\n            id\n            kind\n            direction\n            title\n            authorCompanies {\n              id\n              name\n              nameEn\n            }\n            onBehalfOf\n            place\n            remote\n            pay\n            lastDay\n            live\n            closeReason\n            fits\n          }\n        }\n      }\n    }\n  }\n": typeof types.PersonDocument,
    "\n  query People($text: String, $filter: PeopleFilter, $after: String) {\n    people(text: $text, filter: $filter, first: 20, after: $after) {\n      totalCount\n      dropped\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          ...PersonFound\n        }\n        ...PersonHighlights\n      }\n      facets {\n        companies {\n          count\n          company {\n            id\n            name\n            nameEn\n          }\n        }\n        skills {\n          count\n          skill {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.PeopleDocument,
};
const documents: Documents = {
    "\n  fragment Career on Person {\n    id\n    affiliations {\n      id\n      startedOn\n      endedOn\n      department\n      title\n      verification\n      company {\n        id\n        name\n        nameEn\n      }\n    }\n  }\n": types.CareerFragmentDoc,
    "\n  fragment PersonFound on Person {\n    id\n    name\n    reading\n    headline\n    gives\n    asks\n    affiliations {\n      id\n      startedOn\n      endedOn\n      verification\n      company {\n        id\n        name\n        nameEn\n      }\n    }\n  }\n": types.PersonFoundFragmentDoc,
    "\n  fragment PersonHighlights on PersonEdge {\n    highlights {\n      field\n      segments {\n        text\n        marked\n      }\n    }\n  }\n": types.PersonHighlightsFragmentDoc,
    "\n  fragment GivesAndAsks on Person {\n    id\n    gives\n    asks\n  }\n": types.GivesAndAsksFragmentDoc,
    "\n  fragment PersonHead on Person {\n    id\n    name\n    reading\n    romanised\n    formerName\n    headline\n    presentPosition\n    place\n    inCommon {\n      from\n      until\n      company {\n        id\n        name\n        nameEn\n      }\n    }\n  }\n": types.PersonHeadFragmentDoc,
    "\n  fragment PersonMenu on Person {\n    id\n    name\n  }\n": types.PersonMenuFragmentDoc,
    "\n  mutation BlockPerson($input: BlockMemberInput!) {\n    blockMember(input: $input) {\n      ... on MemberBlocked {\n        member\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.BlockPersonDocument,
    "\n  mutation ReportPerson($input: FileReportInput!) {\n    fileReport(input: $input) {\n      ... on ReportFiled {\n        report {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.ReportPersonDocument,
    "\n  query Person($id: ID!) {\n    person(id: $id) {\n      id\n      name\n      bioHtml\n      viewerIsThem\n      skills {\n        id\n        name\n      }\n      ...PersonHead\n      ...GivesAndAsks\n      ...Career\n      ...PersonMenu\n      opportunities(first: 5) {\n        edges {\n          node {\n            id\n            kind\n            direction\n            title\n            authorCompanies {\n              id\n              name\n              nameEn\n            }\n            onBehalfOf\n            place\n            remote\n            pay\n            lastDay\n            live\n            closeReason\n            fits\n          }\n        }\n      }\n    }\n  }\n": types.PersonDocument,
    "\n  query People($text: String, $filter: PeopleFilter, $after: String) {\n    people(text: $text, filter: $filter, first: 20, after: $after) {\n      totalCount\n      dropped\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          ...PersonFound\n        }\n        ...PersonHighlights\n      }\n      facets {\n        companies {\n          count\n          company {\n            id\n            name\n            nameEn\n          }\n        }\n        skills {\n          count\n          skill {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n": types.PeopleDocument,
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
export function graphql(source: "\n  fragment Career on Person {\n    id\n    affiliations {\n      id\n      startedOn\n      endedOn\n      department\n      title\n      verification\n      company {\n        id\n        name\n        nameEn\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Career on Person {\n    id\n    affiliations {\n      id\n      startedOn\n      endedOn\n      department\n      title\n      verification\n      company {\n        id\n        name\n        nameEn\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PersonFound on Person {\n    id\n    name\n    reading\n    headline\n    gives\n    asks\n    affiliations {\n      id\n      startedOn\n      endedOn\n      verification\n      company {\n        id\n        name\n        nameEn\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment PersonFound on Person {\n    id\n    name\n    reading\n    headline\n    gives\n    asks\n    affiliations {\n      id\n      startedOn\n      endedOn\n      verification\n      company {\n        id\n        name\n        nameEn\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PersonHighlights on PersonEdge {\n    highlights {\n      field\n      segments {\n        text\n        marked\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment PersonHighlights on PersonEdge {\n    highlights {\n      field\n      segments {\n        text\n        marked\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment GivesAndAsks on Person {\n    id\n    gives\n    asks\n  }\n"): (typeof documents)["\n  fragment GivesAndAsks on Person {\n    id\n    gives\n    asks\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PersonHead on Person {\n    id\n    name\n    reading\n    romanised\n    formerName\n    headline\n    presentPosition\n    place\n    inCommon {\n      from\n      until\n      company {\n        id\n        name\n        nameEn\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment PersonHead on Person {\n    id\n    name\n    reading\n    romanised\n    formerName\n    headline\n    presentPosition\n    place\n    inCommon {\n      from\n      until\n      company {\n        id\n        name\n        nameEn\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PersonMenu on Person {\n    id\n    name\n  }\n"): (typeof documents)["\n  fragment PersonMenu on Person {\n    id\n    name\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BlockPerson($input: BlockMemberInput!) {\n    blockMember(input: $input) {\n      ... on MemberBlocked {\n        member\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation BlockPerson($input: BlockMemberInput!) {\n    blockMember(input: $input) {\n      ... on MemberBlocked {\n        member\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportPerson($input: FileReportInput!) {\n    fileReport(input: $input) {\n      ... on ReportFiled {\n        report {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReportPerson($input: FileReportInput!) {\n    fileReport(input: $input) {\n      ... on ReportFiled {\n        report {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Person($id: ID!) {\n    person(id: $id) {\n      id\n      name\n      bioHtml\n      viewerIsThem\n      skills {\n        id\n        name\n      }\n      ...PersonHead\n      ...GivesAndAsks\n      ...Career\n      ...PersonMenu\n      opportunities(first: 5) {\n        edges {\n          node {\n            id\n            kind\n            direction\n            title\n            authorCompanies {\n              id\n              name\n              nameEn\n            }\n            onBehalfOf\n            place\n            remote\n            pay\n            lastDay\n            live\n            closeReason\n            fits\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Person($id: ID!) {\n    person(id: $id) {\n      id\n      name\n      bioHtml\n      viewerIsThem\n      skills {\n        id\n        name\n      }\n      ...PersonHead\n      ...GivesAndAsks\n      ...Career\n      ...PersonMenu\n      opportunities(first: 5) {\n        edges {\n          node {\n            id\n            kind\n            direction\n            title\n            authorCompanies {\n              id\n              name\n              nameEn\n            }\n            onBehalfOf\n            place\n            remote\n            pay\n            lastDay\n            live\n            closeReason\n            fits\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query People($text: String, $filter: PeopleFilter, $after: String) {\n    people(text: $text, filter: $filter, first: 20, after: $after) {\n      totalCount\n      dropped\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          ...PersonFound\n        }\n        ...PersonHighlights\n      }\n      facets {\n        companies {\n          count\n          company {\n            id\n            name\n            nameEn\n          }\n        }\n        skills {\n          count\n          skill {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query People($text: String, $filter: PeopleFilter, $after: String) {\n    people(text: $text, filter: $filter, first: 20, after: $after) {\n      totalCount\n      dropped\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          id\n          ...PersonFound\n        }\n        ...PersonHighlights\n      }\n      facets {\n        companies {\n          count\n          company {\n            id\n            name\n            nameEn\n          }\n        }\n        skills {\n          count\n          skill {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;