/** The profile as a form: what it holds, what was changed since it was read, and where another device was faster. */
import type { Level } from "~/lib/words";

export const LINES = ["name", "reading", "romanised", "formerName", "presentPosition", "place", "headline", "bio"] as const;
export const LISTS = ["gives", "asks", "skills"] as const;
/** The fields that have readers of their own. */
export const LEVELLED = ["formerName", "presentPosition", "place", "headline", "bio", "gives", "asks", "skills"] as const;

export type Line = (typeof LINES)[number];
export type List = (typeof LISTS)[number];
export type Levelled = (typeof LEVELLED)[number];
/** Who a field can be shown to. */
export const CHOOSABLE: readonly Level[] = ["VERIFIED", "OWN_GROUPS", "ONLY_ME"];

export type Form = Record<Line, string> & Record<List, string[]> & { levels: Record<Levelled, Level> };

type Profile = Record<Line, string | null> & Record<"gives" | "asks", readonly string[]> & { skills: readonly { name: string }[]; levels: Record<Levelled, Level> };

export function formOf(profile: Profile): Form {
  const lines = Object.fromEntries(LINES.map((field) => [field, profile[field] ?? ""])) as Record<Line, string>;
  const levels = Object.fromEntries(LEVELLED.map((field) => [field, profile.levels[field]])) as Record<Levelled, Level>;
  return { ...lines, gives: [...profile.gives], asks: [...profile.asks], skills: profile.skills.map(({ name }) => name), levels };
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The fields of `now` that say something else than `base`; levels by their own names. */
function changedFields(base: Form, now: Form): { fields: (Line | List)[]; levels: Levelled[] } {
  return {
    fields: [...LINES, ...LISTS].filter((field) => !same(base[field], now[field])),
    levels: LEVELLED.filter((field) => base.levels[field] !== now.levels[field]),
  };
}

/** What is sent: only what was changed here, so that what another device changed elsewhere stays. */
export function changesOf(base: Form, now: Form): Partial<Record<Line, string> & Record<List, string[]>> & { levels?: Partial<Record<Levelled, Level>> } {
  const { fields, levels } = changedFields(base, now);
  return {
    ...Object.fromEntries(fields.map((field) => [field, now[field]])),
    ...(levels.length > 0 ? { levels: Object.fromEntries(levels.map((field) => [field, now.levels[field]])) } : {}),
  };
}

export const isChanged = (base: Form, now: Form): boolean => Object.keys(changesOf(base, now)).length > 0;

/** Fields that were changed here and, meanwhile and differently, on another device. */
export function conflictsOf(base: Form, mine: Form, theirs: Form): (Line | List)[] {
  const { fields, levels } = changedFields(base, mine);
  const clashing = new Set<Line | List>(fields.filter((field) => !same(base[field], theirs[field]) && !same(mine[field], theirs[field])));
  for (const field of levels) if (base.levels[field] !== theirs.levels[field] && mine.levels[field] !== theirs.levels[field]) clashing.add(field);
  return [...clashing];
}

/** My form, saying of the clashing fields what the other device says. */
export function yielding(mine: Form, theirs: Form, clashes: readonly (Line | List)[]): Form {
  const taken = Object.fromEntries(clashes.map((field) => [field, theirs[field]]));
  const levels = Object.fromEntries(LEVELLED.filter((field) => clashes.includes(field)).map((field) => [field, theirs.levels[field]]));
  return { ...mine, ...taken, levels: { ...mine.levels, ...levels } };
}
