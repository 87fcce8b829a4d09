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
    "\n  query Queue($after: String) {\n    viewer {\n      id\n      isSteward\n      roles {\n        role\n        group {\n          id\n          slug\n          name\n        }\n      }\n      queue(first: 20, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            ... on AffiliationToConfirm {\n              id\n              ...ToConfirm\n            }\n            ... on ReportToDecide {\n              id\n              ...ToDecide\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.QueueDocument,
    "\n  fragment ToConfirm on AffiliationToConfirm {\n    id\n    waitingSince\n    group {\n      id\n      name\n    }\n    person {\n      id\n      name\n      reading\n      headline\n    }\n    affiliation {\n      id\n      startedOn\n      endedOn\n      department\n      title\n      company {\n        id\n        name\n        proposed\n      }\n    }\n  }\n": typeof types.ToConfirmFragmentDoc,
    "\n  mutation QueueConfirm($input: ConfirmAffiliationInput!) {\n    confirmAffiliation(input: $input) {\n      ... on AffiliationConfirmed {\n        affiliation {\n          id\n          state\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.QueueConfirmDocument,
    "\n  mutation QueueDecline($input: DeclineAffiliationInput!) {\n    declineAffiliation(input: $input) {\n      ... on AffiliationDeclined {\n        affiliation {\n          id\n          state\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.QueueDeclineDocument,
    "\n  fragment ToDecide on ReportToDecide {\n    id\n    waitingSince\n    report {\n      id\n      subject\n      reason\n      note\n      excerpt\n      group {\n        id\n        name\n      }\n      opportunity {\n        id\n        title\n        author {\n          id\n          name\n        }\n      }\n      person {\n        id\n        name\n      }\n    }\n  }\n": typeof types.ToDecideFragmentDoc,
    "\n  mutation QueueHide($input: HideOpportunityInput!) {\n    hideOpportunity(input: $input) {\n      ... on OpportunityHidden {\n        opportunity {\n          id\n          hidden {\n            reason\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.QueueHideDocument,
    "\n  mutation QueueDismiss($input: DismissReportInput!) {\n    dismissReport(input: $input) {\n      ... on ReportDecided {\n        report {\n          id\n          decision\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.QueueDismissDocument,
    "\n  subscription QueueNews($group: ID, $after: Cursor) {\n    queue(group: $group, after: $after) {\n      cursor\n      previous\n      event {\n        ... on AffiliationDeclared {\n          declared: affiliation {\n            id\n          }\n        }\n        ... on Gone {\n          goneId\n        }\n        ... on ResyncRequired {\n          cursor\n        }\n      }\n    }\n  }\n": typeof types.QueueNewsDocument,
};
const documents: Documents = {
    "\n  query Queue($after: String) {\n    viewer {\n      id\n      isSteward\n      roles {\n        role\n        group {\n          id\n          slug\n          name\n        }\n      }\n      queue(first: 20, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            ... on AffiliationToConfirm {\n              id\n              ...ToConfirm\n            }\n            ... on ReportToDecide {\n              id\n              ...ToDecide\n            }\n          }\n        }\n      }\n    }\n  }\n": types.QueueDocument,
    "\n  fragment ToConfirm on AffiliationToConfirm {\n    id\n    waitingSince\n    group {\n      id\n      name\n    }\n    person {\n      id\n      name\n      reading\n      headline\n    }\n    affiliation {\n      id\n      startedOn\n      endedOn\n      department\n      title\n      company {\n        id\n        name\n        proposed\n      }\n    }\n  }\n": types.ToConfirmFragmentDoc,
    "\n  mutation QueueConfirm($input: ConfirmAffiliationInput!) {\n    confirmAffiliation(input: $input) {\n      ... on AffiliationConfirmed {\n        affiliation {\n          id\n          state\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.QueueConfirmDocument,
    "\n  mutation QueueDecline($input: DeclineAffiliationInput!) {\n    declineAffiliation(input: $input) {\n      ... on AffiliationDeclined {\n        affiliation {\n          id\n          state\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.QueueDeclineDocument,
    "\n  fragment ToDecide on ReportToDecide {\n    id\n    waitingSince\n    report {\n      id\n      subject\n      reason\n      note\n      excerpt\n      group {\n        id\n        name\n      }\n      opportunity {\n        id\n        title\n        author {\n          id\n          name\n        }\n      }\n      person {\n        id\n        name\n      }\n    }\n  }\n": types.ToDecideFragmentDoc,
    "\n  mutation QueueHide($input: HideOpportunityInput!) {\n    hideOpportunity(input: $input) {\n      ... on OpportunityHidden {\n        opportunity {\n          id\n          hidden {\n            reason\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.QueueHideDocument,
    "\n  mutation QueueDismiss($input: DismissReportInput!) {\n    dismissReport(input: $input) {\n      ... on ReportDecided {\n        report {\n          id\n          decision\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.QueueDismissDocument,
    "\n  subscription QueueNews($group: ID, $after: Cursor) {\n    queue(group: $group, after: $after) {\n      cursor\n      previous\n      event {\n        ... on AffiliationDeclared {\n          declared: affiliation {\n            id\n          }\n        }\n        ... on Gone {\n          goneId\n        }\n        ... on ResyncRequired {\n          cursor\n        }\n      }\n    }\n  }\n": types.QueueNewsDocument,
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
export function graphql(source: "\n  query Queue($after: String) {\n    viewer {\n      id\n      isSteward\n      roles {\n        role\n        group {\n          id\n          slug\n          name\n        }\n      }\n      queue(first: 20, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            ... on AffiliationToConfirm {\n              id\n              ...ToConfirm\n            }\n            ... on ReportToDecide {\n              id\n              ...ToDecide\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Queue($after: String) {\n    viewer {\n      id\n      isSteward\n      roles {\n        role\n        group {\n          id\n          slug\n          name\n        }\n      }\n      queue(first: 20, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            ... on AffiliationToConfirm {\n              id\n              ...ToConfirm\n            }\n            ... on ReportToDecide {\n              id\n              ...ToDecide\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ToConfirm on AffiliationToConfirm {\n    id\n    waitingSince\n    group {\n      id\n      name\n    }\n    person {\n      id\n      name\n      reading\n      headline\n    }\n    affiliation {\n      id\n      startedOn\n      endedOn\n      department\n      title\n      company {\n        id\n        name\n        proposed\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ToConfirm on AffiliationToConfirm {\n    id\n    waitingSince\n    group {\n      id\n      name\n    }\n    person {\n      id\n      name\n      reading\n      headline\n    }\n    affiliation {\n      id\n      startedOn\n      endedOn\n      department\n      title\n      company {\n        id\n        name\n        proposed\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation QueueConfirm($input: ConfirmAffiliationInput!) {\n    confirmAffiliation(input: $input) {\n      ... on AffiliationConfirmed {\n        affiliation {\n          id\n          state\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation QueueConfirm($input: ConfirmAffiliationInput!) {\n    confirmAffiliation(input: $input) {\n      ... on AffiliationConfirmed {\n        affiliation {\n          id\n          state\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation QueueDecline($input: DeclineAffiliationInput!) {\n    declineAffiliation(input: $input) {\n      ... on AffiliationDeclined {\n        affiliation {\n          id\n          state\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation QueueDecline($input: DeclineAffiliationInput!) {\n    declineAffiliation(input: $input) {\n      ... on AffiliationDeclined {\n        affiliation {\n          id\n          state\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ToDecide on ReportToDecide {\n    id\n    waitingSince\n    report {\n      id\n      subject\n      reason\n      note\n      excerpt\n      group {\n        id\n        name\n      }\n      opportunity {\n        id\n        title\n        author {\n          id\n          name\n        }\n      }\n      person {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ToDecide on ReportToDecide {\n    id\n    waitingSince\n    report {\n      id\n      subject\n      reason\n      note\n      excerpt\n      group {\n        id\n        name\n      }\n      opportunity {\n        id\n        title\n        author {\n          id\n          name\n        }\n      }\n      person {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation QueueHide($input: HideOpportunityInput!) {\n    hideOpportunity(input: $input) {\n      ... on OpportunityHidden {\n        opportunity {\n          id\n          hidden {\n            reason\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation QueueHide($input: HideOpportunityInput!) {\n    hideOpportunity(input: $input) {\n      ... on OpportunityHidden {\n        opportunity {\n          id\n          hidden {\n            reason\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation QueueDismiss($input: DismissReportInput!) {\n    dismissReport(input: $input) {\n      ... on ReportDecided {\n        report {\n          id\n          decision\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation QueueDismiss($input: DismissReportInput!) {\n    dismissReport(input: $input) {\n      ... on ReportDecided {\n        report {\n          id\n          decision\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription QueueNews($group: ID, $after: Cursor) {\n    queue(group: $group, after: $after) {\n      cursor\n      previous\n      event {\n        ... on AffiliationDeclared {\n          declared: affiliation {\n            id\n          }\n        }\n        ... on Gone {\n          goneId\n        }\n        ... on ResyncRequired {\n          cursor\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription QueueNews($group: ID, $after: Cursor) {\n    queue(group: $group, after: $after) {\n      cursor\n      previous\n      event {\n        ... on AffiliationDeclared {\n          declared: affiliation {\n            id\n          }\n        }\n        ... on Gone {\n          goneId\n        }\n        ... on ResyncRequired {\n          cursor\n        }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;