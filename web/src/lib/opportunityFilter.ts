/** The filter of opportunities as addresses hold it: of the page that lists them, and of the one that saves a search. */
import { flag, list, oneOf, someOf, text, writeParams } from "./search";
import type { Direction, OpportunityKind } from "./words";

export const FILTER_SHAPE = {
  q: text,
  kinds: someOf("HIRING", "CONTRACT", "CO_CREATION", "EVENT", "SPEAKER", "VENUE", "PUBLICITY", "CONTENT_PRODUCTION", "SOUNDING_BOARD", "MENTORING", "OTHER"),
  directions: someOf("SEEKING", "OFFERING"),
  remote: flag,
  skills: list,
  sort: oneOf("NEWEST", "CLOSING_SOON"),
};

export type Filter = { text: string | null; kinds: OpportunityKind[]; directions: Direction[]; skills: string[]; remote: boolean | null };
type Chosen = Omit<Filter, "text" | "remote"> & { remote: boolean };

export const filterFor = ({ kinds, directions, skills, remote }: Chosen, words: string): Filter => ({ text: words || null, kinds, directions, skills, remote: remote || null });

export const isNarrowed = ({ text: words, kinds, directions, skills, remote }: Filter): boolean =>
  Boolean(words) || kinds.length + directions.length + skills.length > 0 || remote === true;

/** What stands behind the question mark of an address, for a filter. */
export function addressOf({ text: words, kinds, directions, skills, remote }: Filter): string {
  return writeParams(FILTER_SHAPE, new URLSearchParams(), { q: words ?? "", kinds, directions, skills, remote: remote === true }).toString();
}
