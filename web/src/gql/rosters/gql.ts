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
    "\n  mutation DeclineInvitations($input: DeclineInvitationsInput!) {\n    declineInvitations(input: $input) {\n      ... on InvitationsDeclined {\n        group {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.DeclineInvitationsDocument,
    "\n  fragment RosterImports on GroupRoster {\n    imports {\n      id\n      importedAt\n      lapsesAt\n      consent\n      added\n      corrected\n      present\n      refused\n      importedBy {\n        id\n        name\n      }\n    }\n  }\n": typeof types.RosterImportsFragmentDoc,
    "\n  query Invitation($token: String!) {\n    invitation(token: $token) {\n      name\n      startedOn\n      endedOn\n      answered\n      company {\n        id\n        name\n        nameEn\n      }\n      group {\n        id\n        slug\n        name\n        nameEn\n        description\n        memberCount\n        companies {\n          id\n          name\n          nameEn\n        }\n      }\n    }\n  }\n": typeof types.InvitationDocument,
    "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      ... on InvitationAccepted {\n        belongs\n        group {\n          id\n          slug\n        }\n        viewer {\n          id\n        }\n        mail {\n          email\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.AcceptInvitationDocument,
    "\n  fragment RosterCounts on GroupRoster {\n    counts {\n      state\n      count\n    }\n    mayInvite\n  }\n": typeof types.RosterCountsFragmentDoc,
    "\n  mutation SendInvitations($input: SendInvitationsInput!) {\n    sendInvitations(input: $input) {\n      ... on InvitationsSent {\n        roster {\n          ...RosterCounts\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.SendInvitationsDocument,
    "\n  query Listed($group: ID!, $state: EntryState, $after: String) {\n    roster(group: $group) {\n      entries(first: 20, after: $after, state: $state) {\n        edges {\n          node {\n            id\n            email\n            name\n            startedOn\n            endedOn\n            state\n            person {\n              id\n              name\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": typeof types.ListedDocument,
    "\n  mutation RemoveRosterEntry($input: RemoveRosterEntryInput!) {\n    removeRosterEntry(input: $input) {\n      ... on RosterEntryRemoved {\n        roster {\n          ...RosterCounts\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.RemoveRosterEntryDocument,
    "\n  query RosterGroup($slug: String!) {\n    group(slug: $slug) {\n      id\n      slug\n      name\n      nameEn\n      companies {\n        id\n        name\n        nameEn\n      }\n    }\n  }\n": typeof types.RosterGroupDocument,
    "\n  query Roster($group: ID!) {\n    roster(group: $group) {\n      ...RosterCounts\n      ...RosterImports\n    }\n  }\n": typeof types.RosterDocument,
};
const documents: Documents = {
    "\n  mutation DeclineInvitations($input: DeclineInvitationsInput!) {\n    declineInvitations(input: $input) {\n      ... on InvitationsDeclined {\n        group {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.DeclineInvitationsDocument,
    "\n  fragment RosterImports on GroupRoster {\n    imports {\n      id\n      importedAt\n      lapsesAt\n      consent\n      added\n      corrected\n      present\n      refused\n      importedBy {\n        id\n        name\n      }\n    }\n  }\n": types.RosterImportsFragmentDoc,
    "\n  query Invitation($token: String!) {\n    invitation(token: $token) {\n      name\n      startedOn\n      endedOn\n      answered\n      company {\n        id\n        name\n        nameEn\n      }\n      group {\n        id\n        slug\n        name\n        nameEn\n        description\n        memberCount\n        companies {\n          id\n          name\n          nameEn\n        }\n      }\n    }\n  }\n": types.InvitationDocument,
    "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      ... on InvitationAccepted {\n        belongs\n        group {\n          id\n          slug\n        }\n        viewer {\n          id\n        }\n        mail {\n          email\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.AcceptInvitationDocument,
    "\n  fragment RosterCounts on GroupRoster {\n    counts {\n      state\n      count\n    }\n    mayInvite\n  }\n": types.RosterCountsFragmentDoc,
    "\n  mutation SendInvitations($input: SendInvitationsInput!) {\n    sendInvitations(input: $input) {\n      ... on InvitationsSent {\n        roster {\n          ...RosterCounts\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.SendInvitationsDocument,
    "\n  query Listed($group: ID!, $state: EntryState, $after: String) {\n    roster(group: $group) {\n      entries(first: 20, after: $after, state: $state) {\n        edges {\n          node {\n            id\n            email\n            name\n            startedOn\n            endedOn\n            state\n            person {\n              id\n              name\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": types.ListedDocument,
    "\n  mutation RemoveRosterEntry($input: RemoveRosterEntryInput!) {\n    removeRosterEntry(input: $input) {\n      ... on RosterEntryRemoved {\n        roster {\n          ...RosterCounts\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.RemoveRosterEntryDocument,
    "\n  query RosterGroup($slug: String!) {\n    group(slug: $slug) {\n      id\n      slug\n      name\n      nameEn\n      companies {\n        id\n        name\n        nameEn\n      }\n    }\n  }\n": types.RosterGroupDocument,
    "\n  query Roster($group: ID!) {\n    roster(group: $group) {\n      ...RosterCounts\n      ...RosterImports\n    }\n  }\n": types.RosterDocument,
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
export function graphql(source: "\n  mutation DeclineInvitations($input: DeclineInvitationsInput!) {\n    declineInvitations(input: $input) {\n      ... on InvitationsDeclined {\n        group {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeclineInvitations($input: DeclineInvitationsInput!) {\n    declineInvitations(input: $input) {\n      ... on InvitationsDeclined {\n        group {\n          id\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RosterImports on GroupRoster {\n    imports {\n      id\n      importedAt\n      lapsesAt\n      consent\n      added\n      corrected\n      present\n      refused\n      importedBy {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment RosterImports on GroupRoster {\n    imports {\n      id\n      importedAt\n      lapsesAt\n      consent\n      added\n      corrected\n      present\n      refused\n      importedBy {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Invitation($token: String!) {\n    invitation(token: $token) {\n      name\n      startedOn\n      endedOn\n      answered\n      company {\n        id\n        name\n        nameEn\n      }\n      group {\n        id\n        slug\n        name\n        nameEn\n        description\n        memberCount\n        companies {\n          id\n          name\n          nameEn\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Invitation($token: String!) {\n    invitation(token: $token) {\n      name\n      startedOn\n      endedOn\n      answered\n      company {\n        id\n        name\n        nameEn\n      }\n      group {\n        id\n        slug\n        name\n        nameEn\n        description\n        memberCount\n        companies {\n          id\n          name\n          nameEn\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      ... on InvitationAccepted {\n        belongs\n        group {\n          id\n          slug\n        }\n        viewer {\n          id\n        }\n        mail {\n          email\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      ... on InvitationAccepted {\n        belongs\n        group {\n          id\n          slug\n        }\n        viewer {\n          id\n        }\n        mail {\n          email\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RosterCounts on GroupRoster {\n    counts {\n      state\n      count\n    }\n    mayInvite\n  }\n"): (typeof documents)["\n  fragment RosterCounts on GroupRoster {\n    counts {\n      state\n      count\n    }\n    mayInvite\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendInvitations($input: SendInvitationsInput!) {\n    sendInvitations(input: $input) {\n      ... on InvitationsSent {\n        roster {\n          ...RosterCounts\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SendInvitations($input: SendInvitationsInput!) {\n    sendInvitations(input: $input) {\n      ... on InvitationsSent {\n        roster {\n          ...RosterCounts\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Listed($group: ID!, $state: EntryState, $after: String) {\n    roster(group: $group) {\n      entries(first: 20, after: $after, state: $state) {\n        edges {\n          node {\n            id\n            email\n            name\n            startedOn\n            endedOn\n            state\n            person {\n              id\n              name\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Listed($group: ID!, $state: EntryState, $after: String) {\n    roster(group: $group) {\n      entries(first: 20, after: $after, state: $state) {\n        edges {\n          node {\n            id\n            email\n            name\n            startedOn\n            endedOn\n            state\n            person {\n              id\n              name\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveRosterEntry($input: RemoveRosterEntryInput!) {\n    removeRosterEntry(input: $input) {\n      ... on RosterEntryRemoved {\n        roster {\n          ...RosterCounts\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveRosterEntry($input: RemoveRosterEntryInput!) {\n    removeRosterEntry(input: $input) {\n      ... on RosterEntryRemoved {\n        roster {\n          ...RosterCounts\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RosterGroup($slug: String!) {\n    group(slug: $slug) {\n      id\n      slug\n      name\n      nameEn\n      companies {\n        id\n        name\n        nameEn\n      }\n    }\n  }\n"): (typeof documents)["\n  query RosterGroup($slug: String!) {\n    group(slug: $slug) {\n      id\n      slug\n      name\n      nameEn\n      companies {\n        id\n        name\n        nameEn\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Roster($group: ID!) {\n    roster(group: $group) {\n      ...RosterCounts\n      ...RosterImports\n    }\n  }\n"): (typeof documents)["\n  query Roster($group: ID!) {\n    roster(group: $group) {\n      ...RosterCounts\n      ...RosterImports\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;