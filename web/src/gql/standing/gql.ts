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
    "\n  query SavedSearch($id: ID!) {\n    node(id: $id) {\n      ... on StandingQuery {\n        id\n        ...Search\n      }\n    }\n  }\n": typeof types.SavedSearchDocument,
    "\n  mutation EditSearch($input: EditStandingQueryInput!) {\n    editStandingQuery(input: $input) {\n      ... on StandingQueryEdited {\n        standingQuery {\n          id\n          ...Search\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.EditSearchDocument,
    "\n  mutation EditPeople($input: EditPeopleQueryInput!) {\n    editPeopleQuery(input: $input) {\n      ... on StandingQueryEdited {\n        standingQuery {\n          id\n          ...Search\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.EditPeopleDocument,
    "\n  mutation SaveSearch($input: SaveStandingQueryInput!) {\n    saveStandingQuery(input: $input) {\n      ... on StandingQuerySaved {\n        standingQuery {\n          id\n          ...Search\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.SaveSearchDocument,
    "\n  mutation SavePeople($input: SavePeopleQueryInput!) {\n    savePeopleQuery(input: $input) {\n      ... on StandingQuerySaved {\n        standingQuery {\n          id\n          ...Search\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.SavePeopleDocument,
    "\n  mutation PauseSearch($input: PauseStandingQueryInput!) {\n    pauseStandingQuery(input: $input) {\n      ... on StandingQueryPaused {\n        standingQuery {\n          id\n          paused\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.PauseSearchDocument,
    "\n  mutation ResumeSearch($input: ResumeStandingQueryInput!) {\n    resumeStandingQuery(input: $input) {\n      ... on StandingQueryResumed {\n        standingQuery {\n          id\n          paused\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.ResumeSearchDocument,
    "\n  mutation RemoveSearch($input: RemoveStandingQueryInput!) {\n    removeStandingQuery(input: $input) {\n      ... on StandingQueryRemoved {\n        removedId\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.RemoveSearchDocument,
    "\n  query WouldHaveMatched($filter: OpportunityFilter!) {\n    wouldHaveMatched(filter: $filter)\n  }\n": typeof types.WouldHaveMatchedDocument,
    "\n  query SavedSearches {\n    standingQueries(first: 100) {\n      edges {\n        node {\n          id\n          ...Search\n        }\n      }\n    }\n  }\n": typeof types.SavedSearchesDocument,
    "\n  query SpokenLanguages {\n    spokenLanguages {\n      code\n      name\n    }\n  }\n": typeof types.SpokenLanguagesDocument,
    "\n  fragment Search on StandingQuery {\n    id\n    about\n    name\n    channel\n    paused\n    filter {\n      text\n      kinds\n      directions\n      remote\n      verification\n      skills {\n        id\n        name\n      }\n      companies {\n        id\n        name\n        nameEn\n      }\n      groups {\n        id\n        name\n        nameEn\n      }\n      places {\n        code\n        name\n      }\n      languages {\n        code\n        name\n      }\n      availability\n      withMe\n    }\n  }\n": typeof types.SearchFragmentDoc,
};
const documents: Documents = {
    "\n  query SavedSearch($id: ID!) {\n    node(id: $id) {\n      ... on StandingQuery {\n        id\n        ...Search\n      }\n    }\n  }\n": types.SavedSearchDocument,
    "\n  mutation EditSearch($input: EditStandingQueryInput!) {\n    editStandingQuery(input: $input) {\n      ... on StandingQueryEdited {\n        standingQuery {\n          id\n          ...Search\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.EditSearchDocument,
    "\n  mutation EditPeople($input: EditPeopleQueryInput!) {\n    editPeopleQuery(input: $input) {\n      ... on StandingQueryEdited {\n        standingQuery {\n          id\n          ...Search\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.EditPeopleDocument,
    "\n  mutation SaveSearch($input: SaveStandingQueryInput!) {\n    saveStandingQuery(input: $input) {\n      ... on StandingQuerySaved {\n        standingQuery {\n          id\n          ...Search\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.SaveSearchDocument,
    "\n  mutation SavePeople($input: SavePeopleQueryInput!) {\n    savePeopleQuery(input: $input) {\n      ... on StandingQuerySaved {\n        standingQuery {\n          id\n          ...Search\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.SavePeopleDocument,
    "\n  mutation PauseSearch($input: PauseStandingQueryInput!) {\n    pauseStandingQuery(input: $input) {\n      ... on StandingQueryPaused {\n        standingQuery {\n          id\n          paused\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.PauseSearchDocument,
    "\n  mutation ResumeSearch($input: ResumeStandingQueryInput!) {\n    resumeStandingQuery(input: $input) {\n      ... on StandingQueryResumed {\n        standingQuery {\n          id\n          paused\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.ResumeSearchDocument,
    "\n  mutation RemoveSearch($input: RemoveStandingQueryInput!) {\n    removeStandingQuery(input: $input) {\n      ... on StandingQueryRemoved {\n        removedId\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.RemoveSearchDocument,
    "\n  query WouldHaveMatched($filter: OpportunityFilter!) {\n    wouldHaveMatched(filter: $filter)\n  }\n": types.WouldHaveMatchedDocument,
    "\n  query SavedSearches {\n    standingQueries(first: 100) {\n      edges {\n        node {\n          id\n          ...Search\n        }\n      }\n    }\n  }\n": types.SavedSearchesDocument,
    "\n  query SpokenLanguages {\n    spokenLanguages {\n      code\n      name\n    }\n  }\n": types.SpokenLanguagesDocument,
    "\n  fragment Search on StandingQuery {\n    id\n    about\n    name\n    channel\n    paused\n    filter {\n      text\n      kinds\n      directions\n      remote\n      verification\n      skills {\n        id\n        name\n      }\n      companies {\n        id\n        name\n        nameEn\n      }\n      groups {\n        id\n        name\n        nameEn\n      }\n      places {\n        code\n        name\n      }\n      languages {\n        code\n        name\n      }\n      availability\n      withMe\n    }\n  }\n": types.SearchFragmentDoc,
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
export function graphql(source: "\n  query SavedSearch($id: ID!) {\n    node(id: $id) {\n      ... on StandingQuery {\n        id\n        ...Search\n      }\n    }\n  }\n"): (typeof documents)["\n  query SavedSearch($id: ID!) {\n    node(id: $id) {\n      ... on StandingQuery {\n        id\n        ...Search\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditSearch($input: EditStandingQueryInput!) {\n    editStandingQuery(input: $input) {\n      ... on StandingQueryEdited {\n        standingQuery {\n          id\n          ...Search\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EditSearch($input: EditStandingQueryInput!) {\n    editStandingQuery(input: $input) {\n      ... on StandingQueryEdited {\n        standingQuery {\n          id\n          ...Search\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditPeople($input: EditPeopleQueryInput!) {\n    editPeopleQuery(input: $input) {\n      ... on StandingQueryEdited {\n        standingQuery {\n          id\n          ...Search\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EditPeople($input: EditPeopleQueryInput!) {\n    editPeopleQuery(input: $input) {\n      ... on StandingQueryEdited {\n        standingQuery {\n          id\n          ...Search\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveSearch($input: SaveStandingQueryInput!) {\n    saveStandingQuery(input: $input) {\n      ... on StandingQuerySaved {\n        standingQuery {\n          id\n          ...Search\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SaveSearch($input: SaveStandingQueryInput!) {\n    saveStandingQuery(input: $input) {\n      ... on StandingQuerySaved {\n        standingQuery {\n          id\n          ...Search\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SavePeople($input: SavePeopleQueryInput!) {\n    savePeopleQuery(input: $input) {\n      ... on StandingQuerySaved {\n        standingQuery {\n          id\n          ...Search\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SavePeople($input: SavePeopleQueryInput!) {\n    savePeopleQuery(input: $input) {\n      ... on StandingQuerySaved {\n        standingQuery {\n          id\n          ...Search\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PauseSearch($input: PauseStandingQueryInput!) {\n    pauseStandingQuery(input: $input) {\n      ... on StandingQueryPaused {\n        standingQuery {\n          id\n          paused\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PauseSearch($input: PauseStandingQueryInput!) {\n    pauseStandingQuery(input: $input) {\n      ... on StandingQueryPaused {\n        standingQuery {\n          id\n          paused\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeSearch($input: ResumeStandingQueryInput!) {\n    resumeStandingQuery(input: $input) {\n      ... on StandingQueryResumed {\n        standingQuery {\n          id\n          paused\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ResumeSearch($input: ResumeStandingQueryInput!) {\n    resumeStandingQuery(input: $input) {\n      ... on StandingQueryResumed {\n        standingQuery {\n          id\n          paused\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveSearch($input: RemoveStandingQueryInput!) {\n    removeStandingQuery(input: $input) {\n      ... on StandingQueryRemoved {\n        removedId\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveSearch($input: RemoveStandingQueryInput!) {\n    removeStandingQuery(input: $input) {\n      ... on StandingQueryRemoved {\n        removedId\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WouldHaveMatched($filter: OpportunityFilter!) {\n    wouldHaveMatched(filter: $filter)\n  }\n"): (typeof documents)["\n  query WouldHaveMatched($filter: OpportunityFilter!) {\n    wouldHaveMatched(filter: $filter)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SavedSearches {\n    standingQueries(first: 100) {\n      edges {\n        node {\n          id\n          ...Search\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SavedSearches {\n    standingQueries(first: 100) {\n      edges {\n        node {\n          id\n          ...Search\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SpokenLanguages {\n    spokenLanguages {\n      code\n      name\n    }\n  }\n"): (typeof documents)["\n  query SpokenLanguages {\n    spokenLanguages {\n      code\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Search on StandingQuery {\n    id\n    about\n    name\n    channel\n    paused\n    filter {\n      text\n      kinds\n      directions\n      remote\n      verification\n      skills {\n        id\n        name\n      }\n      companies {\n        id\n        name\n        nameEn\n      }\n      groups {\n        id\n        name\n        nameEn\n      }\n      places {\n        code\n        name\n      }\n      languages {\n        code\n        name\n      }\n      availability\n      withMe\n    }\n  }\n"): (typeof documents)["\n  fragment Search on StandingQuery {\n    id\n    about\n    name\n    channel\n    paused\n    filter {\n      text\n      kinds\n      directions\n      remote\n      verification\n      skills {\n        id\n        name\n      }\n      companies {\n        id\n        name\n        nameEn\n      }\n      groups {\n        id\n        name\n        nameEn\n      }\n      places {\n        code\n        name\n      }\n      languages {\n        code\n        name\n      }\n      availability\n      withMe\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;