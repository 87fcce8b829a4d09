/** The filter of opportunities as addresses hold it: of the page that lists them, and of the one that saves a search. */
import { flag, list, oneOf, someOf, text, writeParams } from "./search";
import type { Direction, OpportunityKind } from "./words";

export const FILTER_SHAPE = {
  q: text,
  kinds: someOf("HIRING", "CONTRACT", "CO_CREATION", "EVENT", "SPEAKER", "VENUE", "PUBLICITY", "CONTENT_PRODUCTION", "SOUNDING_BOARD", "MENTORING", "OTHER"),
  directions: someOf("SEEKING", "OFFERING"),
  remote: flag,
  companies: list,
  groups: list,
  skills: list,
  places: list,
  sort: oneOf("NEWEST", "CLOSING_SOON"),
};

type Sets = { kinds: OpportunityKind[]; directions: Direction[]; companies: string[]; groups: string[]; skills: string[]; /** Codes. */ places: string[] };
export type Filter = Sets & { text: string | null; remote: boolean | null };
type Chosen = Sets & { remote: boolean };

/** What an address without any filter holds. */
export const NOTHING_CHOSEN: Chosen & { q: string } = { q: "", kinds: [], directions: [], remote: false, companies: [], groups: [], skills: [], places: [] };

const setsOf = ({ kinds, directions, companies, groups, skills, places }: Sets): Sets => ({ kinds, directions, companies, groups, skills, places });

export const filterFor = (chosen: Chosen, words: string): Filter => ({ text: words || null, ...setsOf(chosen), remote: chosen.remote || null });

export const isNarrowed = ({ text: words, remote, ...filter }: Filter): boolean =>
  Boolean(words) || remote === true || Object.values(setsOf(filter)).some((values) => values.length > 0);

/** What stands behind the question mark of an address, for a filter. */
export function addressOf({ text: words, remote, ...filter }: Filter): string {
  return writeParams(FILTER_SHAPE, new URLSearchParams(), { q: words ?? "", ...setsOf(filter), remote: remote === true }).toString();
}
