/** The form of an opportunity without its looks: what is asked, what is still missing, what is sent, and on which sheet a field stands. */
import { companyName } from "~/lib/companies";
import { dayFromNow } from "~/lib/dates";
import type { Direction, Level, OpportunityKind } from "~/lib/words";

/** From whom a post is hidden; the name is for its author to read. */
export type Exclusion = { id: string; name: string; of: "company" | "member" };

export type Post = {
  kind: OpportunityKind | "";
  direction: Direction | "";
  title: string;
  body: string;
  skills: string[];
  place: string;
  remote: boolean;
  audience: Level;
  groups: string[];
  exclusions: Exclusion[];
  terms: Record<string, string>;
  lastDay: string;
};

/** What a sheet of the form is given. */
export type SheetProps = { post: Post; onChange: (changed: Partial<Post>) => void; errorAt: (field: string) => string | null };

export type Asked = {
  key: string;
  label: string;
  hint?: string | null;
  required: boolean;
  type: "LINE" | "TEXT" | "CHOICE";
  choices: readonly { value: string; label: string }[];
  when?: { key: string; value: string } | null;
};

/** Recruiting: these three stand by the author's name, whoever reads. */
export const RECRUITER = ["recruiter_name", "recruiter_address", "recruiter_contact"] as const;
export type RecruiterTerm = (typeof RECRUITER)[number];

export const SHEETS = ["kind", "words", "terms", "where", "audience"] as const;
export type Sheet = (typeof SHEETS)[number];

/** What those see who may see a post. */
export const AUDIENCES = ["VERIFIED", "SIGNED_IN", "ANYONE", "CHOSEN_GROUPS"] as const satisfies Level[];

/** Hiring seeks people; who looks for work offers it under another kind. */
export const directionsOf = (kind: Post["kind"]): readonly Direction[] => (kind === "HIRING" ? ["SEEKING"] : ["SEEKING", "OFFERING"]);

/** The questions that the answers so far leave open: some are asked only after a certain choice. */
export const askedNow = (fields: readonly Asked[], terms: Post["terms"]): readonly Asked[] =>
  fields.filter(({ when }) => !when || terms[when.key] === when.value);

export const given = (fields: readonly Asked[], terms: Post["terms"]): { key: string; value: string }[] =>
  askedNow(fields, terms)
    .map(({ key }) => ({ key, value: (terms[key] ?? "").trim() }))
    .filter(({ value }) => value !== "");

/** The terms as readers see them: choices by their label. */
export const readable = (fields: readonly Asked[], terms: Post["terms"]): { key: string; label: string; value: string }[] =>
  given(fields, terms).map(({ key, value }) => {
    const field = fields.find((one) => one.key === key);
    return { key, label: field?.label ?? key, value: field?.choices.find((choice) => choice.value === value)?.label ?? value };
  });

/** The fields that have no answer yet, by the names that the server gives them, in the order of the form. */
export function missing(post: Post, fields: readonly Asked[]): string[] {
  const terms = askedNow(fields, post.terms).filter(({ key, required }) => required && !(post.terms[key] ?? "").trim());
  return [
    ...(post.kind ? [] : ["kind"]),
    ...(post.direction ? [] : ["direction"]),
    ...(post.title.trim() ? [] : ["title"]),
    ...(post.body.trim() ? [] : ["body"]),
    ...terms.map(({ key }) => `terms.${key}`),
    ...(post.audience === "CHOSEN_GROUPS" && post.groups.length === 0 ? ["groups"] : []),
    ...(post.lastDay ? [] : ["lastDay"]),
  ];
}

/** On which sheet a field stands. */
export function sheetOf(field: string): Sheet {
  if (field === "kind" || field === "direction") return "kind";
  if (field === "title" || field === "body") return "words";
  if (field.startsWith("terms.")) return "terms";
  return field === "skills" || field.startsWith("skills.") || field === "place" || field === "remote" ? "where" : "audience";
}

/** Answered by choosing, not by writing. */
export const isChosen = (field: string, fields: readonly Asked[]): boolean =>
  ["kind", "direction", "groups", "lastDay"].includes(field) || fields.some(({ key, type }) => type === "CHOICE" && field === `terms.${key}`);

/** A kind without terms has no sheet of them. */
export const sheetsFor = (fields: readonly Asked[]): readonly Sheet[] => SHEETS.filter((sheet) => sheet !== "terms" || fields.length > 0);

type Hidden = { company?: { name: string; nameEn?: string | null } | null; person?: { name: string } | null };

/** What an exclusion is called; members whom the author cannot see any more have no name. */
export const nameOf = ({ company, person }: Hidden, unseen: string): string => (company ? companyName(company) : (person?.name ?? unseen));

const idsOf = (exclusions: readonly Exclusion[], kind: Exclusion["of"]): string[] => exclusions.filter(({ of }) => of === kind).map(({ id }) => id);

/** What both mutations share. */
export const sent = (post: Post, fields: readonly Asked[]) => ({
  title: post.title.trim(),
  body: post.body.trim(),
  skills: post.skills,
  place: post.place.trim() || null,
  remote: post.remote,
  audience: post.audience,
  groups: post.audience === "CHOSEN_GROUPS" ? post.groups : [],
  exclusions: { companies: idsOf(post.exclusions, "company"), members: idsOf(post.exclusions, "member") },
  terms: given(fields, post.terms),
  lastDay: post.lastDay,
});

/** The calendar day in Tokyo so many days after an instant. */
export const dayAfter = (instant: string, days: number): string => dayFromNow(days, new Date(instant));
