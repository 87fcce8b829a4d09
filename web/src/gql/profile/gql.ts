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
    "\n  fragment OwnAffiliation on Affiliation {\n    id\n    startedOn\n    endedOn\n    department\n    title\n    state\n    company {\n      id\n      name\n      nameEn\n    }\n    ...AffiliationState\n    ...Ask\n  }\n": typeof types.OwnAffiliationFragmentDoc,
    "\n  mutation RemoveAffiliation($input: RemoveAffiliationInput!) {\n    removeAffiliation(input: $input) {\n      ... on AffiliationRemoved {\n        viewer {\n          id\n          standing\n          person {\n            id\n            affiliations {\n              id\n            }\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.RemoveAffiliationDocument,
    "\n  fragment AffiliationState on Affiliation {\n    id\n    state\n    verification\n    declineReason\n    decidedBy\n    confirmations {\n      level\n      at\n      colleagues\n      group {\n        id\n        name\n        nameEn\n      }\n    }\n    vouches {\n      id\n      state\n    }\n    company {\n      id\n      groups {\n        id\n        usualDays\n      }\n    }\n  }\n": typeof types.AffiliationStateFragmentDoc,
    "\n  fragment Ask on Affiliation {\n    id\n    viewerMayAsk\n    requests {\n      id\n      asked\n      expiresAt\n    }\n  }\n": typeof types.AskFragmentDoc,
    "\n  mutation AskForConfirmation($input: AskForConfirmationInput!) {\n    askForConfirmation(input: $input) {\n      ... on ConfirmationAsked {\n        token\n        affiliation {\n          id\n          ...Ask\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.AskForConfirmationDocument,
    "\n  mutation StopAsking($input: StopAskingInput!) {\n    stopAsking(input: $input) {\n      ... on ConfirmationRequestEnded {\n        affiliation {\n          id\n          ...Ask\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.StopAskingDocument,
    "\n  query Blocked($after: String) {\n    viewer {\n      id\n      blocked(first: 20, after: $after) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.BlockedDocument,
    "\n  mutation Unblock($input: UnblockMemberInput!) {\n    unblockMember(input: $input) {\n      ... on MemberUnblocked {\n        member\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.UnblockDocument,
    "\n  query OwnCareer {\n    viewer {\n      id\n      person {\n        id\n        affiliations {\n          id\n          ...OwnAffiliation\n        }\n      }\n    }\n  }\n": typeof types.OwnCareerDocument,
    "\n  query CompaniesToDeclare($text: String) {\n    companies(text: $text, first: 8) {\n      edges {\n        matched\n        node {\n          id\n          name\n          nameEn\n          industry {\n            key\n            name\n          }\n          groups {\n            id\n            name\n            usualDays\n          }\n        }\n      }\n    }\n  }\n": typeof types.CompaniesToDeclareDocument,
    "\n  mutation DeclareAffiliation($input: DeclareAffiliationInput!) {\n    declareAffiliation(input: $input) {\n      ... on AffiliationDeclared {\n        affiliation {\n          id\n          ...OwnAffiliation\n          person {\n            id\n            affiliations {\n              id\n            }\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.DeclareAffiliationDocument,
    "\n  query SkillsToAdd($text: String) {\n    skills(text: $text, first: 8) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.SkillsToAddDocument,
    "\n  mutation SignOutHere($input: SignOutInput!) {\n    signOut(input: $input) {\n      ... on SignedOut {\n        ok\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": typeof types.SignOutHereDocument,
    "\n  query Me {\n    viewer {\n      id\n      email\n      standing\n      person {\n        id\n        ...Seen\n        ...OwnCareer\n      }\n      groups {\n        id\n        slug\n        name\n        nameEn\n      }\n    }\n  }\n": typeof types.MeDocument,
    "\n  mutation EditAffiliation($input: EditAffiliationInput!) {\n    editAffiliation(input: $input) {\n      ... on AffiliationEdited {\n        affiliation {\n          id\n          ...OwnAffiliation\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.EditAffiliationDocument,
    "\n  fragment OwnCareer on Person {\n    id\n    affiliations {\n      id\n      startedOn\n      endedOn\n      company {\n        id\n        name\n        nameEn\n      }\n      ...AffiliationState\n    }\n  }\n": typeof types.OwnCareerFragmentDoc,
    "\n  query OwnPosts($after: String) {\n    viewer {\n      id\n      opportunities(first: 5, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            id\n            kind\n            direction\n            title\n            onBehalfOf\n            place\n            remote\n            pay\n            lastDay\n            live\n            closeReason\n          }\n        }\n      }\n    }\n  }\n": typeof types.OwnPostsDocument,
    "\n  fragment Seen on Person {\n    id\n    name\n    reading\n    headline\n    presentPosition\n    gives\n    asks\n  }\n": typeof types.SeenFragmentDoc,
    "\n  fragment OwnProfileFields on Viewer {\n    id\n    profile {\n      name\n      reading\n      romanised\n      formerName\n      presentPosition\n      headline\n      bio\n      place\n      gives\n      asks\n      skills {\n        id\n        name\n      }\n      levels {\n        formerName\n        presentPosition\n        headline\n        bio\n        place\n        gives\n        asks\n        skills\n      }\n    }\n  }\n": typeof types.OwnProfileFieldsFragmentDoc,
    "\n  query OwnProfile {\n    viewer {\n      id\n      ...OwnProfileFields\n    }\n  }\n": typeof types.OwnProfileDocument,
    "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      ... on ProfileUpdated {\n        viewer {\n          id\n          ...OwnProfileFields\n          person {\n            id\n            name\n            reading\n            romanised\n            formerName\n            presentPosition\n            headline\n            bioHtml\n            place\n            gives\n            asks\n            skills {\n              id\n              name\n            }\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": typeof types.UpdateProfileDocument,
};
const documents: Documents = {
    "\n  fragment OwnAffiliation on Affiliation {\n    id\n    startedOn\n    endedOn\n    department\n    title\n    state\n    company {\n      id\n      name\n      nameEn\n    }\n    ...AffiliationState\n    ...Ask\n  }\n": types.OwnAffiliationFragmentDoc,
    "\n  mutation RemoveAffiliation($input: RemoveAffiliationInput!) {\n    removeAffiliation(input: $input) {\n      ... on AffiliationRemoved {\n        viewer {\n          id\n          standing\n          person {\n            id\n            affiliations {\n              id\n            }\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.RemoveAffiliationDocument,
    "\n  fragment AffiliationState on Affiliation {\n    id\n    state\n    verification\n    declineReason\n    decidedBy\n    confirmations {\n      level\n      at\n      colleagues\n      group {\n        id\n        name\n        nameEn\n      }\n    }\n    vouches {\n      id\n      state\n    }\n    company {\n      id\n      groups {\n        id\n        usualDays\n      }\n    }\n  }\n": types.AffiliationStateFragmentDoc,
    "\n  fragment Ask on Affiliation {\n    id\n    viewerMayAsk\n    requests {\n      id\n      asked\n      expiresAt\n    }\n  }\n": types.AskFragmentDoc,
    "\n  mutation AskForConfirmation($input: AskForConfirmationInput!) {\n    askForConfirmation(input: $input) {\n      ... on ConfirmationAsked {\n        token\n        affiliation {\n          id\n          ...Ask\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.AskForConfirmationDocument,
    "\n  mutation StopAsking($input: StopAskingInput!) {\n    stopAsking(input: $input) {\n      ... on ConfirmationRequestEnded {\n        affiliation {\n          id\n          ...Ask\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.StopAskingDocument,
    "\n  query Blocked($after: String) {\n    viewer {\n      id\n      blocked(first: 20, after: $after) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n": types.BlockedDocument,
    "\n  mutation Unblock($input: UnblockMemberInput!) {\n    unblockMember(input: $input) {\n      ... on MemberUnblocked {\n        member\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.UnblockDocument,
    "\n  query OwnCareer {\n    viewer {\n      id\n      person {\n        id\n        affiliations {\n          id\n          ...OwnAffiliation\n        }\n      }\n    }\n  }\n": types.OwnCareerDocument,
    "\n  query CompaniesToDeclare($text: String) {\n    companies(text: $text, first: 8) {\n      edges {\n        matched\n        node {\n          id\n          name\n          nameEn\n          industry {\n            key\n            name\n          }\n          groups {\n            id\n            name\n            usualDays\n          }\n        }\n      }\n    }\n  }\n": types.CompaniesToDeclareDocument,
    "\n  mutation DeclareAffiliation($input: DeclareAffiliationInput!) {\n    declareAffiliation(input: $input) {\n      ... on AffiliationDeclared {\n        affiliation {\n          id\n          ...OwnAffiliation\n          person {\n            id\n            affiliations {\n              id\n            }\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.DeclareAffiliationDocument,
    "\n  query SkillsToAdd($text: String) {\n    skills(text: $text, first: 8) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.SkillsToAddDocument,
    "\n  mutation SignOutHere($input: SignOutInput!) {\n    signOut(input: $input) {\n      ... on SignedOut {\n        ok\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n": types.SignOutHereDocument,
    "\n  query Me {\n    viewer {\n      id\n      email\n      standing\n      person {\n        id\n        ...Seen\n        ...OwnCareer\n      }\n      groups {\n        id\n        slug\n        name\n        nameEn\n      }\n    }\n  }\n": types.MeDocument,
    "\n  mutation EditAffiliation($input: EditAffiliationInput!) {\n    editAffiliation(input: $input) {\n      ... on AffiliationEdited {\n        affiliation {\n          id\n          ...OwnAffiliation\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.EditAffiliationDocument,
    "\n  fragment OwnCareer on Person {\n    id\n    affiliations {\n      id\n      startedOn\n      endedOn\n      company {\n        id\n        name\n        nameEn\n      }\n      ...AffiliationState\n    }\n  }\n": types.OwnCareerFragmentDoc,
    "\n  query OwnPosts($after: String) {\n    viewer {\n      id\n      opportunities(first: 5, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            id\n            kind\n            direction\n            title\n            onBehalfOf\n            place\n            remote\n            pay\n            lastDay\n            live\n            closeReason\n          }\n        }\n      }\n    }\n  }\n": types.OwnPostsDocument,
    "\n  fragment Seen on Person {\n    id\n    name\n    reading\n    headline\n    presentPosition\n    gives\n    asks\n  }\n": types.SeenFragmentDoc,
    "\n  fragment OwnProfileFields on Viewer {\n    id\n    profile {\n      name\n      reading\n      romanised\n      formerName\n      presentPosition\n      headline\n      bio\n      place\n      gives\n      asks\n      skills {\n        id\n        name\n      }\n      levels {\n        formerName\n        presentPosition\n        headline\n        bio\n        place\n        gives\n        asks\n        skills\n      }\n    }\n  }\n": types.OwnProfileFieldsFragmentDoc,
    "\n  query OwnProfile {\n    viewer {\n      id\n      ...OwnProfileFields\n    }\n  }\n": types.OwnProfileDocument,
    "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      ... on ProfileUpdated {\n        viewer {\n          id\n          ...OwnProfileFields\n          person {\n            id\n            name\n            reading\n            romanised\n            formerName\n            presentPosition\n            headline\n            bioHtml\n            place\n            gives\n            asks\n            skills {\n              id\n              name\n            }\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n": types.UpdateProfileDocument,
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
export function graphql(source: "\n  fragment OwnAffiliation on Affiliation {\n    id\n    startedOn\n    endedOn\n    department\n    title\n    state\n    company {\n      id\n      name\n      nameEn\n    }\n    ...AffiliationState\n    ...Ask\n  }\n"): (typeof documents)["\n  fragment OwnAffiliation on Affiliation {\n    id\n    startedOn\n    endedOn\n    department\n    title\n    state\n    company {\n      id\n      name\n      nameEn\n    }\n    ...AffiliationState\n    ...Ask\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveAffiliation($input: RemoveAffiliationInput!) {\n    removeAffiliation(input: $input) {\n      ... on AffiliationRemoved {\n        viewer {\n          id\n          standing\n          person {\n            id\n            affiliations {\n              id\n            }\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveAffiliation($input: RemoveAffiliationInput!) {\n    removeAffiliation(input: $input) {\n      ... on AffiliationRemoved {\n        viewer {\n          id\n          standing\n          person {\n            id\n            affiliations {\n              id\n            }\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AffiliationState on Affiliation {\n    id\n    state\n    verification\n    declineReason\n    decidedBy\n    confirmations {\n      level\n      at\n      colleagues\n      group {\n        id\n        name\n        nameEn\n      }\n    }\n    vouches {\n      id\n      state\n    }\n    company {\n      id\n      groups {\n        id\n        usualDays\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment AffiliationState on Affiliation {\n    id\n    state\n    verification\n    declineReason\n    decidedBy\n    confirmations {\n      level\n      at\n      colleagues\n      group {\n        id\n        name\n        nameEn\n      }\n    }\n    vouches {\n      id\n      state\n    }\n    company {\n      id\n      groups {\n        id\n        usualDays\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Ask on Affiliation {\n    id\n    viewerMayAsk\n    requests {\n      id\n      asked\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  fragment Ask on Affiliation {\n    id\n    viewerMayAsk\n    requests {\n      id\n      asked\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AskForConfirmation($input: AskForConfirmationInput!) {\n    askForConfirmation(input: $input) {\n      ... on ConfirmationAsked {\n        token\n        affiliation {\n          id\n          ...Ask\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AskForConfirmation($input: AskForConfirmationInput!) {\n    askForConfirmation(input: $input) {\n      ... on ConfirmationAsked {\n        token\n        affiliation {\n          id\n          ...Ask\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StopAsking($input: StopAskingInput!) {\n    stopAsking(input: $input) {\n      ... on ConfirmationRequestEnded {\n        affiliation {\n          id\n          ...Ask\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StopAsking($input: StopAskingInput!) {\n    stopAsking(input: $input) {\n      ... on ConfirmationRequestEnded {\n        affiliation {\n          id\n          ...Ask\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Blocked($after: String) {\n    viewer {\n      id\n      blocked(first: 20, after: $after) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Blocked($after: String) {\n    viewer {\n      id\n      blocked(first: 20, after: $after) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Unblock($input: UnblockMemberInput!) {\n    unblockMember(input: $input) {\n      ... on MemberUnblocked {\n        member\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation Unblock($input: UnblockMemberInput!) {\n    unblockMember(input: $input) {\n      ... on MemberUnblocked {\n        member\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnCareer {\n    viewer {\n      id\n      person {\n        id\n        affiliations {\n          id\n          ...OwnAffiliation\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query OwnCareer {\n    viewer {\n      id\n      person {\n        id\n        affiliations {\n          id\n          ...OwnAffiliation\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompaniesToDeclare($text: String) {\n    companies(text: $text, first: 8) {\n      edges {\n        matched\n        node {\n          id\n          name\n          nameEn\n          industry {\n            key\n            name\n          }\n          groups {\n            id\n            name\n            usualDays\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CompaniesToDeclare($text: String) {\n    companies(text: $text, first: 8) {\n      edges {\n        matched\n        node {\n          id\n          name\n          nameEn\n          industry {\n            key\n            name\n          }\n          groups {\n            id\n            name\n            usualDays\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeclareAffiliation($input: DeclareAffiliationInput!) {\n    declareAffiliation(input: $input) {\n      ... on AffiliationDeclared {\n        affiliation {\n          id\n          ...OwnAffiliation\n          person {\n            id\n            affiliations {\n              id\n            }\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeclareAffiliation($input: DeclareAffiliationInput!) {\n    declareAffiliation(input: $input) {\n      ... on AffiliationDeclared {\n        affiliation {\n          id\n          ...OwnAffiliation\n          person {\n            id\n            affiliations {\n              id\n            }\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SkillsToAdd($text: String) {\n    skills(text: $text, first: 8) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SkillsToAdd($text: String) {\n    skills(text: $text, first: 8) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOutHere($input: SignOutInput!) {\n    signOut(input: $input) {\n      ... on SignedOut {\n        ok\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignOutHere($input: SignOutInput!) {\n    signOut(input: $input) {\n      ... on SignedOut {\n        ok\n      }\n      ... on Problem {\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Me {\n    viewer {\n      id\n      email\n      standing\n      person {\n        id\n        ...Seen\n        ...OwnCareer\n      }\n      groups {\n        id\n        slug\n        name\n        nameEn\n      }\n    }\n  }\n"): (typeof documents)["\n  query Me {\n    viewer {\n      id\n      email\n      standing\n      person {\n        id\n        ...Seen\n        ...OwnCareer\n      }\n      groups {\n        id\n        slug\n        name\n        nameEn\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditAffiliation($input: EditAffiliationInput!) {\n    editAffiliation(input: $input) {\n      ... on AffiliationEdited {\n        affiliation {\n          id\n          ...OwnAffiliation\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EditAffiliation($input: EditAffiliationInput!) {\n    editAffiliation(input: $input) {\n      ... on AffiliationEdited {\n        affiliation {\n          id\n          ...OwnAffiliation\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OwnCareer on Person {\n    id\n    affiliations {\n      id\n      startedOn\n      endedOn\n      company {\n        id\n        name\n        nameEn\n      }\n      ...AffiliationState\n    }\n  }\n"): (typeof documents)["\n  fragment OwnCareer on Person {\n    id\n    affiliations {\n      id\n      startedOn\n      endedOn\n      company {\n        id\n        name\n        nameEn\n      }\n      ...AffiliationState\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnPosts($after: String) {\n    viewer {\n      id\n      opportunities(first: 5, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            id\n            kind\n            direction\n            title\n            onBehalfOf\n            place\n            remote\n            pay\n            lastDay\n            live\n            closeReason\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query OwnPosts($after: String) {\n    viewer {\n      id\n      opportunities(first: 5, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            id\n            kind\n            direction\n            title\n            onBehalfOf\n            place\n            remote\n            pay\n            lastDay\n            live\n            closeReason\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Seen on Person {\n    id\n    name\n    reading\n    headline\n    presentPosition\n    gives\n    asks\n  }\n"): (typeof documents)["\n  fragment Seen on Person {\n    id\n    name\n    reading\n    headline\n    presentPosition\n    gives\n    asks\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OwnProfileFields on Viewer {\n    id\n    profile {\n      name\n      reading\n      romanised\n      formerName\n      presentPosition\n      headline\n      bio\n      place\n      gives\n      asks\n      skills {\n        id\n        name\n      }\n      levels {\n        formerName\n        presentPosition\n        headline\n        bio\n        place\n        gives\n        asks\n        skills\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment OwnProfileFields on Viewer {\n    id\n    profile {\n      name\n      reading\n      romanised\n      formerName\n      presentPosition\n      headline\n      bio\n      place\n      gives\n      asks\n      skills {\n        id\n        name\n      }\n      levels {\n        formerName\n        presentPosition\n        headline\n        bio\n        place\n        gives\n        asks\n        skills\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnProfile {\n    viewer {\n      id\n      ...OwnProfileFields\n    }\n  }\n"): (typeof documents)["\n  query OwnProfile {\n    viewer {\n      id\n      ...OwnProfileFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      ... on ProfileUpdated {\n        viewer {\n          id\n          ...OwnProfileFields\n          person {\n            id\n            name\n            reading\n            romanised\n            formerName\n            presentPosition\n            headline\n            bioHtml\n            place\n            gives\n            asks\n            skills {\n              id\n              name\n            }\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      ... on ProfileUpdated {\n        viewer {\n          id\n          ...OwnProfileFields\n          person {\n            id\n            name\n            reading\n            romanised\n            formerName\n            presentPosition\n            headline\n            bioHtml\n            place\n            gives\n            asks\n            skills {\n              id\n              name\n            }\n          }\n        }\n      }\n      ... on Problem {\n        message\n        code\n      }\n      ... on Invalid {\n        field\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;