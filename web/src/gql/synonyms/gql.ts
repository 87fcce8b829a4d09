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
    "\n  query Entries($text: String, $after: String) {\n    synonyms(first: 20, text: $text, after: $after) {\n      totalCount\n      edges {\n        node {\n          id\n          ...Entry\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.EntriesDocument,
    "\n  mutation RemoveWords($input: RemoveSynonymInput!) {\n    removeSynonym(input: $input) {\n      ... on SynonymRemoved {\n        removedId\n        synonym {\n          id\n          ...Entry\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.RemoveWordsDocument,
    "\n  mutation RestoreWords($input: RestoreSynonymInput!) {\n    restoreSynonym(input: $input) {\n      ... on SynonymRestored {\n        synonym {\n          id\n          ...Entry\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.RestoreWordsDocument,
    "\n  mutation AddWords($input: AddSynonymInput!) {\n    addSynonym(input: $input) {\n      ... on SynonymAdded {\n        synonym {\n          id\n          ...Entry\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.AddWordsDocument,
    "\n  mutation EditWords($input: EditSynonymInput!) {\n    editSynonym(input: $input) {\n      ... on SynonymEdited {\n        synonym {\n          id\n          ...Entry\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.EditWordsDocument,
    "\n  query TryDraft($draft: SynonymDraftInput!) {\n    synonymTrial(text: \"\", draft: $draft) {\n      joined {\n        ...Joined\n      }\n    }\n  }\n": typeof types.TryDraftDocument,
    "\n  fragment Joined on JoinedWord {\n    word\n    entries {\n      id\n      words\n    }\n  }\n": typeof types.JoinedFragmentDoc,
    "\n  query WordsSteward {\n    viewer {\n      id\n      isSteward\n    }\n  }\n": typeof types.WordsStewardDocument,
    "\n  query TryWord($text: String!) {\n    synonymTrial(text: $text) {\n      words {\n        text\n        needed\n        same\n        near\n      }\n      joined {\n        ...Joined\n      }\n    }\n  }\n": typeof types.TryWordDocument,
    "\n  fragment Entry on Synonym {\n    id\n    words\n    near\n    origin\n    off\n    version\n  }\n": typeof types.EntryFragmentDoc,
};
const documents: Documents = {
    "\n  query Entries($text: String, $after: String) {\n    synonyms(first: 20, text: $text, after: $after) {\n      totalCount\n      edges {\n        node {\n          id\n          ...Entry\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.EntriesDocument,
    "\n  mutation RemoveWords($input: RemoveSynonymInput!) {\n    removeSynonym(input: $input) {\n      ... on SynonymRemoved {\n        removedId\n        synonym {\n          id\n          ...Entry\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.RemoveWordsDocument,
    "\n  mutation RestoreWords($input: RestoreSynonymInput!) {\n    restoreSynonym(input: $input) {\n      ... on SynonymRestored {\n        synonym {\n          id\n          ...Entry\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.RestoreWordsDocument,
    "\n  mutation AddWords($input: AddSynonymInput!) {\n    addSynonym(input: $input) {\n      ... on SynonymAdded {\n        synonym {\n          id\n          ...Entry\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.AddWordsDocument,
    "\n  mutation EditWords($input: EditSynonymInput!) {\n    editSynonym(input: $input) {\n      ... on SynonymEdited {\n        synonym {\n          id\n          ...Entry\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.EditWordsDocument,
    "\n  query TryDraft($draft: SynonymDraftInput!) {\n    synonymTrial(text: \"\", draft: $draft) {\n      joined {\n        ...Joined\n      }\n    }\n  }\n": types.TryDraftDocument,
    "\n  fragment Joined on JoinedWord {\n    word\n    entries {\n      id\n      words\n    }\n  }\n": types.JoinedFragmentDoc,
    "\n  query WordsSteward {\n    viewer {\n      id\n      isSteward\n    }\n  }\n": types.WordsStewardDocument,
    "\n  query TryWord($text: String!) {\n    synonymTrial(text: $text) {\n      words {\n        text\n        needed\n        same\n        near\n      }\n      joined {\n        ...Joined\n      }\n    }\n  }\n": types.TryWordDocument,
    "\n  fragment Entry on Synonym {\n    id\n    words\n    near\n    origin\n    off\n    version\n  }\n": types.EntryFragmentDoc,
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
export function graphql(source: "\n  query Entries($text: String, $after: String) {\n    synonyms(first: 20, text: $text, after: $after) {\n      totalCount\n      edges {\n        node {\n          id\n          ...Entry\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Entries($text: String, $after: String) {\n    synonyms(first: 20, text: $text, after: $after) {\n      totalCount\n      edges {\n        node {\n          id\n          ...Entry\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveWords($input: RemoveSynonymInput!) {\n    removeSynonym(input: $input) {\n      ... on SynonymRemoved {\n        removedId\n        synonym {\n          id\n          ...Entry\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveWords($input: RemoveSynonymInput!) {\n    removeSynonym(input: $input) {\n      ... on SynonymRemoved {\n        removedId\n        synonym {\n          id\n          ...Entry\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreWords($input: RestoreSynonymInput!) {\n    restoreSynonym(input: $input) {\n      ... on SynonymRestored {\n        synonym {\n          id\n          ...Entry\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreWords($input: RestoreSynonymInput!) {\n    restoreSynonym(input: $input) {\n      ... on SynonymRestored {\n        synonym {\n          id\n          ...Entry\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddWords($input: AddSynonymInput!) {\n    addSynonym(input: $input) {\n      ... on SynonymAdded {\n        synonym {\n          id\n          ...Entry\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AddWords($input: AddSynonymInput!) {\n    addSynonym(input: $input) {\n      ... on SynonymAdded {\n        synonym {\n          id\n          ...Entry\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditWords($input: EditSynonymInput!) {\n    editSynonym(input: $input) {\n      ... on SynonymEdited {\n        synonym {\n          id\n          ...Entry\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EditWords($input: EditSynonymInput!) {\n    editSynonym(input: $input) {\n      ... on SynonymEdited {\n        synonym {\n          id\n          ...Entry\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TryDraft($draft: SynonymDraftInput!) {\n    synonymTrial(text: \"\", draft: $draft) {\n      joined {\n        ...Joined\n      }\n    }\n  }\n"): (typeof documents)["\n  query TryDraft($draft: SynonymDraftInput!) {\n    synonymTrial(text: \"\", draft: $draft) {\n      joined {\n        ...Joined\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Joined on JoinedWord {\n    word\n    entries {\n      id\n      words\n    }\n  }\n"): (typeof documents)["\n  fragment Joined on JoinedWord {\n    word\n    entries {\n      id\n      words\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WordsSteward {\n    viewer {\n      id\n      isSteward\n    }\n  }\n"): (typeof documents)["\n  query WordsSteward {\n    viewer {\n      id\n      isSteward\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TryWord($text: String!) {\n    synonymTrial(text: $text) {\n      words {\n        text\n        needed\n        same\n        near\n      }\n      joined {\n        ...Joined\n      }\n    }\n  }\n"): (typeof documents)["\n  query TryWord($text: String!) {\n    synonymTrial(text: $text) {\n      words {\n        text\n        needed\n        same\n        near\n      }\n      joined {\n        ...Joined\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Entry on Synonym {\n    id\n    words\n    near\n    origin\n    off\n    version\n  }\n"): (typeof documents)["\n  fragment Entry on Synonym {\n    id\n    words\n    near\n    origin\n    off\n    version\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;