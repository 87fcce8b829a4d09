/** Every address of the client, so that no page spells one itself. */
const segment = encodeURIComponent;

export const paths = {
  home: "/",
  signIn: (next?: string) => (next && next !== "/" ? `/signin?next=${segment(next)}` : "/signin"),
  signInCode: "/signin/code",
  signInLink: "/signin/link",
  /** Answered by the server, which sends the browser on to the OpenID provider. */
  signInAtProvider: (next: string, language: string) => `/signin/oidc?next=${segment(next)}&language=${language}`,
  confirmEmail: "/signin/email",
  join: "/join",
  /** What an operator pastes where the group's alumni are. */
  joinLink: (token: string) => `/j/${segment(token)}`,
  pending: "/pending",
  people: "/people",
  person: (id: string) => `/people/${segment(id)}`,
  /** By the id of a request, or by the token of a link. */
  asked: (key: string) => `/vouch/${segment(key)}`,
  opportunities: "/opportunities",
  postOpportunity: "/opportunities/new",
  opportunity: (id: string) => `/opportunities/${segment(id)}`,
  editOpportunity: (id: string) => `/opportunities/${segment(id)}/edit`,
  inbox: "/talks",
  /** A talk lives on its response. */
  response: (id: string) => `/talks/${segment(id)}`,
  me: "/me",
  editProfile: "/me/edit",
  career: "/me/career",
  connections: "/me/connections",
  searches: "/me/searches",
  search: (id: string) => `/me/searches/${segment(id)}`,
  /** With the filter as the page of opportunities holds it. */
  saveSearch: (filter: string) => `/me/searches/new?${filter}`,
  savePeople: (filter: string) => `/me/searches/people?${filter}`,
  peopleWith: (filter: string) => `/people?${filter}`,
  opportunitiesWith: (filter: string) => `/opportunities?${filter}`,
  ownPrivacy: "/me/privacy",
  signIns: "/me/signins",
  company: (id: string) => `/companies/${segment(id)}`,
  data: "/me/data",
  groups: "/groups",
  group: (slug: string) => `/groups/${segment(slug)}`,
  joinLinks: (slug: string) => `/groups/${segment(slug)}/links`,
  proposeGroup: "/groups/new",
  groupProposal: (slug: string) => `/groups/${segment(slug)}/proposal`,
  editGroup: (slug: string) => `/groups/${segment(slug)}/edit`,
  groupRoles: (slug: string) => `/groups/${segment(slug)}/roles`,
  /** A group's list, for who runs it. */
  roster: (slug: string) => `/groups/${segment(slug)}/rosters`,
  queue: "/queue",
  /** What words stand for, for stewards. */
  synonyms: "/queue/words",
  terms: "/terms",
  privacy: "/privacy",
  contact: "/contact",
} as const;
