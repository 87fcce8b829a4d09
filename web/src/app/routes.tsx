/** Every page: its address, who may come, and the chunk it is loaded from, together with its texts. */
import { type ComponentType, type LazyExoticComponent, lazy } from "react";

import { loadCatalogue } from "~/lib/language";

/** A page gets what its address names, decoded. */
export type Params = Record<string, string>;

export type AppRoute = {
  path: string;
  /** "member" sends guests to sign in first; "guest" sends members home. */
  for: "anyone" | "member" | "guest";
  Page: LazyExoticComponent<ComponentType<{ params: Params }>>;
};

type Loaded = ComponentType<{ params: Params }> | ComponentType;

/** One line a page: address, who may come, its catalogues (the feature's folder, and what it shares with others), and how it is loaded. */
function route(path: string, visitors: AppRoute["for"], catalogues: string, load: () => Promise<Loaded>): AppRoute {
  const Page = lazy(async () => {
    const [component] = await Promise.all([load(), ...catalogues.split(" ").map(loadCatalogue)]);
    return { default: component as ComponentType<{ params: Params }> };
  });
  return { path, for: visitors, Page };
}

export const welcome = route("/", "guest", "welcome", () => import("~/features/welcome/WelcomePage").then((m) => m.WelcomePage));

/** The first that matches is shown; "/" is home for members, and `welcome` for guests. */
export const routes: readonly AppRoute[] = [
  route("/", "member", "welcome asking", () => import("~/features/welcome/HomePage").then((m) => m.HomePage)),

  route("/signin", "guest", "signin applying", () => import("~/features/signin/SignInPage").then((m) => m.SignInPage)),
  route("/signin/link", "anyone", "signin", () => import("~/features/signin/LinkPage").then((m) => m.LinkPage)),
  route("/signin/provider", "anyone", "signin applying", () => import("~/features/signin/ProviderPage").then((m) => m.ProviderPage)),
  route("/signin/email", "anyone", "signin", () => import("~/features/signin/ConfirmEmailPage").then((m) => m.ConfirmEmailPage)),
  route("/join", "guest", "signin applying", () => import("~/features/signin/JoinPage").then((m) => m.JoinPage)),
  route("/j/:token", "anyone", "joining applying", () => import("~/features/joining/JoinLinkPage").then((m) => m.JoinLinkPage)),
  route("/pending", "member", "signin applying", () => import("~/features/signin/PendingPage").then((m) => m.PendingPage)),
  route("/me/signins", "member", "account", () => import("~/features/account/SignInsPage").then((m) => m.SignInsPage)),

  route("/people", "member", "people", () => import("~/features/people/FindPage").then((m) => m.FindPage)),
  route("/people/:id", "member", "people asking", () => import("~/features/people/PersonPage").then((m) => m.PersonPage)),
  route("/vouch/:key", "member", "people", () => import("~/features/people/AskedPage").then((m) => m.AskedPage)),
  route("/me", "member", "profile", () => import("~/features/profile/MePage").then((m) => m.MePage)),
  route("/me/edit", "member", "profile", () => import("~/features/profile/EditPage").then((m) => m.EditPage)),
  route("/me/career", "member", "profile", () => import("~/features/profile/CareerPage").then((m) => m.CareerPage)),
  route("/me/connections", "member", "profile asking", () => import("~/features/profile/ConnectionsPage").then((m) => m.ConnectionsPage)),
  route("/me/searches", "member", "standing", () => import("~/features/standing/SearchesPage").then((m) => m.SearchesPage)),
  route("/me/searches/new", "member", "standing", () => import("~/features/standing/SavePage").then((m) => m.SavePage)),
  route("/me/searches/people", "member", "standing", () => import("~/features/standing/SavePeoplePage").then((m) => m.SavePeoplePage)),
  route("/me/searches/:id", "member", "standing", () => import("~/features/standing/EditPage").then((m) => m.EditPage)),
  route("/me/privacy", "member", "privacy", () => import("~/features/privacy/PrivacyPage").then((m) => m.PrivacyPage)),
  route("/me/data", "member", "data", () => import("~/features/data/DataPage").then((m) => m.DataPage)),
  route("/queue", "member", "moderation asking", () => import("~/features/moderation/QueuePage").then((m) => m.QueuePage)),
  route("/queue/words", "member", "synonyms asking", () => import("~/features/synonyms/SynonymsPage").then((m) => m.SynonymsPage)),
  route("/companies/:id", "anyone", "companies", () => import("~/features/companies/CompanyPage").then((m) => m.CompanyPage)),
  route("/groups", "anyone", "groups", () => import("~/features/groups/GroupsPage").then((m) => m.GroupsPage)),
  route("/groups/new", "member", "groups asking", () => import("~/features/groups/running").then((m) => m.ProposePage)),
  route("/groups/:slug/proposal", "member", "groups asking", () => import("~/features/groups/running").then((m) => m.ProposalPage)),
  route("/groups/:slug/edit", "member", "groups asking", () => import("~/features/groups/running").then((m) => m.EditGroupPage)),
  route("/groups/:slug/roles", "member", "groups asking", () => import("~/features/groups/running").then((m) => m.RolesPage)),
  route("/groups/:slug/links", "member", "joining asking", () => import("~/features/joining/LinksPage").then((m) => m.LinksPage)),
  route("/groups/:slug/rosters", "member", "rosters", () => import("~/features/rosters/RostersPage").then((m) => m.RostersPage)),
  route("/invitation", "anyone", "rosters applying", () => import("~/features/rosters/InvitationPage").then((m) => m.InvitationPage)),
  route("/invitation/refuse", "anyone", "rosters", () => import("~/features/rosters/RefusePage").then((m) => m.RefusePage)),
  route("/groups/:slug", "anyone", "groups applying", () => import("~/features/groups/GroupPage").then((m) => m.GroupPage)),

  route("/opportunities", "anyone", "opportunities", () => import("~/features/opportunities/OpportunitiesPage").then((m) => m.OpportunitiesPage)),
  route("/opportunities/new", "member", "opportunities", () => import("~/features/opportunities/PostPage").then((m) => m.PostPage)),
  route("/opportunities/:id", "anyone", "opportunities asking", () => import("~/features/opportunities/OpportunityPage").then((m) => m.OpportunityPage)),
  route("/opportunities/:id/edit", "member", "opportunities", () => import("~/features/opportunities/EditPage").then((m) => m.EditPage)),
  route("/talks", "member", "inbox", () => import("~/features/inbox/TalksPage").then((m) => m.TalksPage)),
  route("/talks/:id", "member", "inbox asking", () => import("~/features/inbox/TalkPage").then((m) => m.TalkPage)),

  route("/terms", "anyone", "legal", () => import("~/features/legal/TermsPage").then((m) => m.TermsPage)),
  route("/privacy", "anyone", "legal", () => import("~/features/legal/PrivacyPage").then((m) => m.PrivacyPage)),
  route("/contact", "anyone", "legal", () => import("~/features/legal/ContactPage").then((m) => m.ContactPage)),
];
