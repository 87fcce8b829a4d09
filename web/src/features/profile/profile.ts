/** The profile as a form: what it holds, what was changed since it was read, and where another device was faster. */
import type { Availability, Level } from "~/lib/words";

export const LINES = ["name", "reading", "romanised", "formerName", "presentPosition", "place", "headline", "bio"] as const;
export const LISTS = ["gives", "asks", "skills", "languages", "links"] as const;
/** What is chosen: how much time one has, where one works, and whether those there see the former. */
export const CHOICES = ["availability", "presentEmployer", "availabilityToEmployer"] as const;
/** The fields that have readers of their own. */
export const LEVELLED = ["formerName", "presentPosition", "place", "headline", "bio", "gives", "asks", "skills", "languages", "links", "availability", "photo"] as const;

/** What is written together in one place. */
export type Part = "exchange" | "present" | "names";
/** Under which name what is being written of it is kept; without a part, the whole profile. */
export const draftKey = (part?: Part): string => (part ? `own-profile.${part}` : "own-profile");
export type Line = (typeof LINES)[number];
export type List = (typeof LISTS)[number];
export type Choice = (typeof CHOICES)[number];
export type Field = Line | List | Choice;
/** The photo is no field of the form; who sees it is. */
export type Named = Field | "photo";
export type Levelled = (typeof LEVELLED)[number];
/** Who a field can be shown to. */
export const CHOOSABLE: readonly Level[] = ["VERIFIED", "CHOSEN_GROUPS", "OWN_GROUPS", "CONNECTIONS", "ONLY_ME"];

/** Where one works: a company of the list, or one that is proposed and has no id yet. */
export type Employer = { id: string | null; name: string };
type Choices = { availability: Availability | ""; presentEmployer: Employer | null; availabilityToEmployer: boolean };
/** `version` is what was read, so that the server can tell where another device was faster. */
export type Form = Record<Line, string> & Record<List, string[]> & Choices & { levels: Record<Levelled, Level>; version: string };

type Profile = Record<Line, string | null> &
  Record<"gives" | "asks" | "links", readonly string[]> & {
    skills: readonly { name: string }[];
    languages: readonly { code: string }[];
    availability: Availability | null;
    availabilityToEmployer: boolean;
    levels: Record<Levelled, Level>;
    version: string;
  };

export function formOf(profile: Profile, presentEmployer: Employer | null): Form {
  const lines = Object.fromEntries(LINES.map((field) => [field, profile[field] ?? ""])) as Record<Line, string>;
  const levels = Object.fromEntries(LEVELLED.map((field) => [field, profile.levels[field]])) as Record<Levelled, Level>;
  const { availability, availabilityToEmployer, version } = profile;
  return {
    ...lines,
    gives: [...profile.gives],
    asks: [...profile.asks],
    skills: profile.skills.map(({ name }) => name),
    languages: profile.languages.map(({ code }) => code),
    links: [...profile.links],
    availability: availability ?? "",
    presentEmployer,
    availabilityToEmployer,
    levels,
    version,
  };
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The fields of `now` that say something else than `base`; levels by their own names. */
function changedFields(base: Form, now: Form): { fields: Field[]; levels: Levelled[] } {
  return {
    fields: [...LINES, ...LISTS, ...CHOICES].filter((field) => !same(base[field], now[field])),
    levels: LEVELLED.filter((field) => base.levels[field] !== now.levels[field]),
  };
}

/** What is sent: only what was changed here, so that what another device changed elsewhere stays. */
export function changesOf(base: Form, now: Form): Changes {
  const { fields, levels } = changedFields(base, now);
  return {
    ...Object.fromEntries(fields.map((field) => [field, sent(now, field)])),
    ...(levels.length > 0 ? { levels: Object.fromEntries(levels.map((field) => [field, now.levels[field]])) } : {}),
  };
}

type Changes = Partial<Record<Line, string> & Record<List, string[]>> & {
  availability?: Availability | null;
  presentEmployer?: { id: string } | { proposedName: string } | null;
  availabilityToEmployer?: boolean;
  levels?: Partial<Record<Levelled, Level>>;
};

/** A field as the server takes it. */
function sent(form: Form, field: Field): unknown {
  if (field === "availability") return form.availability || null;
  if (field !== "presentEmployer") return form[field];
  const employer = form.presentEmployer;
  return employer && (employer.id ? { id: employer.id } : { proposedName: employer.name });
}

export const isChanged = (base: Form, now: Form): boolean => Object.keys(changesOf(base, now)).length > 0;

/** The fields that the server named as written on another device meanwhile; a level stands for its field. */
export function clashesOf(named: readonly string[]): Named[] {
  const fields = named.map((path) => path.replace("levels.", ""));
  return [...LINES, ...LISTS, ...CHOICES, "photo" as const].filter((field) => fields.includes(field));
}

/** My form over what the other device wrote: mine of the clashing fields is `kept`, or theirs is taken. */
export function settled(base: Form, mine: Form, theirs: Form, clashes: readonly Named[], keep: "mine" | "theirs"): Form {
  const { fields, levels } = changedFields(base, mine);
  const stays = (field: string) => keep === "mine" || !(clashes as readonly string[]).includes(field);
  const own = Object.fromEntries(fields.filter(stays).map((field) => [field, mine[field]]));
  const ownLevels = Object.fromEntries(levels.filter(stays).map((field) => [field, mine.levels[field]]));
  return { ...theirs, ...own, levels: { ...theirs.levels, ...ownLevels } };
}
