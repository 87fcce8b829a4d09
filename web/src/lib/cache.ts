/** What the cache must forget when something happened: entities follow by themselves, the lists they stand in are named here. */
import { type Cache, type CacheExchangeOpts, cacheExchange } from "@urql/exchange-graphcache";
import type { Exchange } from "urql";

import { possibleTypes } from "~/gql/possible-types";

type Stale = { query?: readonly string[]; viewer?: readonly string[] };

const posts: Stale = { query: ["opportunities"], viewer: ["opportunities", "fitting"] };
const talks: Stale = { viewer: ["responses", "unread"] };
const people: Stale = { query: ["people", "opportunities"], viewer: ["newFaces", "fitting", "blocked", "responses", "connections", "connectionRequests"] };
const seenAs: Stale = { query: ["viewAs"] };
const connected: Stale = { viewer: ["connections", "connectionRequests", "notices", "unread"] };
const hiding: Stale = { query: ["viewAs"], viewer: ["privacy"] };
/** The queue itself is not here: its page reads it anew whenever it opens, and keeps its list by what the stream tells. */
const decisions: Stale = { viewer: ["unread"] };
const standing: Stale = { query: ["groups", "group"], viewer: ["roles", "groups", "standing", "needsSecondFactor", "proposedGroups", "unread", "notices"] };
const told: Stale = { viewer: ["notices", "unread"] };
const belonging: Stale = { query: ["people"], viewer: ["applications", "groups"] };
const words: Stale = { query: ["synonyms", "synonymTrial"] };

const afterMutation: Record<string, Stale> = {
  postOpportunity: posts,
  editOpportunity: posts,
  closeOpportunity: posts,
  respondToOpportunity: talks,
  takeUpTalk: talks,
  declineResponse: talks,
  withdrawResponse: talks,
  recordAgreement: talks,
  sendMessage: { viewer: ["responses"] },
  markConversationRead: { viewer: ["unread"] },
  markNoticesRead: told,
  saveStandingQuery: { query: ["standingQueries"] },
  savePeopleQuery: { query: ["standingQueries"] },
  removeStandingQuery: { query: ["standingQueries"], viewer: ["notices", "unread"] },
  updateProfile: { query: ["people", "viewAs"], viewer: ["fitting", "nextStep"] },
  declareAffiliation: { viewer: ["groups", "applications"] },
  editAffiliation: { query: ["people"], viewer: ["groups", "applications", "standing"] },
  removeAffiliation: { query: ["people", "opportunities"], viewer: ["groups", "applications", "standing", "newFaces"] },
  applyToGroup: belonging,
  leaveGroup: belonging,
  blockMember: people,
  unblockMember: people,
  askForConnection: connected,
  acceptConnection: connected,
  declineConnection: connected,
  endConnection: connected,
  vouchFor: { query: ["people", "askedConfirmations"], viewer: ["newFaces"] },
  withdrawVouch: { query: ["people", "askedConfirmations"], viewer: ["newFaces"] },
  confirmAsCompany: { query: ["askedConfirmations", "people"] },
  revokeConfirmation: { query: ["people"], viewer: ["unread"] },
  excludeCompany: hiding,
  includeCompany: hiding,
  excludeMember: { query: ["viewAs"], viewer: ["privacy", "connections", "connectionRequests"] },
  includeMember: hiding,
  changeListing: seenAs,
  pickCircles: seenAs,
  confirmAffiliation: decisions,
  declineAffiliation: decisions,
  approveApplication: decisions,
  declineApplication: decisions,
  askApplicant: decisions,
  hideOpportunity: { query: ["opportunities"], viewer: ["unread"] },
  restoreOpportunity: { query: ["opportunities"], viewer: ["unread"] },
  dismissReport: decisions,
  proposeGroup: standing,
  withdrawGroupProposal: standing,
  admitGroup: decisions,
  declineGroup: decisions,
  closeGroup: standing,
  handOverGroup: standing,
  stepDown: standing,
  sendInvitations: { query: ["roster"] },
  removeRosterEntry: { query: ["roster"] },
  acceptInvitation: { query: ["invitation", "groups", "group"], viewer: ["groups", "standing", "newFaces"] },
  declineInvitations: { query: ["invitation"] },
  addSynonym: words,
  editSynonym: words,
  removeSynonym: words,
  restoreSynonym: words,
};

/** By the type of the event, on whichever stream it came. New posts are not here: the page that lists them offers them in a pill. */
const afterEvent: Record<string, Stale> = {
  OpportunityResponded: talks,
  TalkTakenUp: talks,
  ResponseDeclined: talks,
  ResponseWithdrawn: talks,
  AgreementRecorded: talks,
  MessageSent: talks,
  ConversationRead: { viewer: ["unread"] },
  AffiliationConfirmed: { viewer: ["standing", "notices", "unread"] },
  AffiliationDeclined: { viewer: ["notices", "unread"] },
  AffiliationVouched: { viewer: ["standing", "notices", "unread"] },
  ConfirmationEnded: { viewer: ["standing", "notices", "unread"] },
  ConnectionAsked: connected,
  ConnectionAccepted: connected,
  EvidenceChanged: decisions,
  OpportunityHidden: told,
  OpportunityRestored: told,
  ExportPrepared: told,
  StandingQueryMatched: told,
  ReportDecided: { viewer: ["notices", "unread"] },
  AffiliationDeclared: decisions,
  AffiliationEdited: decisions,
  ReportFiled: decisions,
  ApplicationOpened: decisions,
  ApplicationEdited: decisions,
  ApplicantAsked: { viewer: ["applications", "notices", "unread"] },
  ApplicationDecided: { query: ["people"], viewer: ["applications", "groups", "standing", "notices", "unread"] },
  GroupProposed: decisions,
  GroupAdmitted: standing,
  GroupDeclined: standing,
  GroupClosed: decisions,
  OwnershipEnded: told,
  RoleGranted: standing,
  RoleEnded: standing,
};

/** Where the inbox cannot be resumed nobody knows what was missed: all that its events can change. */
const everything: Stale = {
  query: Object.values(afterEvent).flatMap(({ query = [] }) => query),
  viewer: Object.values(afterEvent).flatMap(({ viewer = [] }) => viewer),
};

/** What may leave a reader's sight, by the types its id can stand for. */
const mayLeave = ["Opportunity", "Response", "Conversation", "Message", "Person", "Affiliation", "Report", "AffiliationToConfirm", "ReportToDecide", "GroupApplication", "ApplicationToDecide", "AlumniGroup", "GroupToAdmit"];

function forget(cache: Cache, stale: Stale | undefined): void {
  if (!stale) return;
  drop(cache, "Query", stale.query ?? []);
  const viewer = cache.resolve("Query", "viewer");
  if (typeof viewer === "string") drop(cache, viewer, stale.viewer ?? []);
}

function drop(cache: Cache, entity: string, fields: readonly string[]): void {
  for (const field of cache.inspectFields(entity)) {
    if (fields.includes(field.fieldName)) cache.invalidate(entity, field.fieldName, field.arguments ?? undefined);
  }
}

type Arrived = { event?: { __typename?: string; goneId?: string; conversation?: { id?: string } } };

function arrived(result: object, field: string, cache: Cache): void {
  const event = (result as Record<string, Arrived | undefined>)[field]?.event;
  if (event?.__typename === "Gone" && event.goneId) {
    for (const type of mayLeave) cache.invalidate({ __typename: type, id: event.goneId });
    return;
  }
  if (event?.__typename === "ResyncRequired" && field === "inbox") {
    for (const type of ["Conversation", "Response"]) cache.invalidate(type);
    return forget(cache, everything);
  }
  if ((event?.__typename === "MessageSent" || event?.__typename === "ParticipantLeft") && event.conversation?.id) {
    const conversation = cache.keyOfEntity({ __typename: "Conversation", id: event.conversation.id });
    if (conversation) drop(cache, conversation, ["messages", "unread"]);
  }
  forget(cache, afterEvent[event?.__typename ?? ""]);
}

const mutations = Object.fromEntries(
  Object.entries(afterMutation).map(([field, stale]) => [
    field,
    (result: object, _args: object, cache: Cache) => {
      const answer = (result as Record<string, { __typename?: string; conversation?: { id: string } } | null>)[field];
      if (!answer || ["Invalid", "NotFound", "NotAllowed", "Conflict", "TooMany"].includes(answer.__typename ?? "")) return;
      forget(cache, stale);
      const conversation = answer.conversation && cache.keyOfEntity({ __typename: "Conversation", id: answer.conversation.id });
      if (conversation && field === "sendMessage") drop(cache, conversation, ["messages"]);
    },
  ]),
);

const listen = (field: string) => (result: object, _args: object, cache: Cache) => arrived(result, field, cache);

const inline = () => null;

const embedded = [
  "Site",
  "Privacy",
  "Circles",
  "Exclusion",
  "OpportunityExclusion",
  "ViewedAs",
  "ViewedProfile",
  "ViewedAffiliation",
  "ViewedOpportunity",
  "DemoSignIn",
  "Reach",
  "ResponderLabel",
  "ResponsePreview",
  "Unread",
  "GroupRole",
  "JoinAnswer",
  "JoinLinkOpened",
  "GroupProposal",
  "RoleHolder",
  "Departure",
  "OwnProfile",
  "ProfileLevels",
  "InCommon",
  "Confirmation",
  "SharedMonths",
  "ConnectionWithViewer",
  "VerificationFacet",
  "SpokenLanguage",
  "Link",
  "Photo",
  "PageInfo",
  "PeopleFacets",
  "OpportunityFacets",
  "CompanyFacet",
  "SkillFacet",
  "KindFacet",
  "Highlight",
  "Segment",
  "HiddenState",
  "StandingFilter",
  "SynonymTrial",
  "TriedWord",
  "JoinedWord",
  "Term",
  "TermsField",
  "TermsChoice",
  "SignedIn",
  "Safety",
  "EmailChange",
  "GroupRoster",
  "EntryCount",
  "RosterEntry",
  "RosterImport",
  "Invitation",
  "OpportunityDelivery",
  "InboxDelivery",
  "QueueDelivery",
  "OtherNow",
  "TypingNoted",
];

export const createCache = (): Exchange =>
  cacheExchange({
    possibleTypes,
    keys: Object.fromEntries(embedded.map((type) => [type, inline])),
    updates: {
      Mutation: mutations as NonNullable<CacheExchangeOpts["updates"]>[string],
      Subscription: { opportunities: listen("opportunities"), inbox: listen("inbox"), queue: listen("queue") },
    },
  });
