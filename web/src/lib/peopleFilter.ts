/** The filter of people as addresses hold it: of the page that lists them, and of the one that saves a search. */
import { flag, list, oneOf, someOf, text, writeParams } from "./search";
import type { Availability } from "./words";

export type By = "ANY" | "OPERATOR" | "COMPANY";
/** Ids of companies, skills and groups; codes of places and languages. */
export type PeopleValues = { companies: string[]; skills: string[]; groups: string[]; places: string[]; languages: string[]; availability: Availability[]; withMe: boolean };
export type PeopleChosen = PeopleValues & { by: By };
export type PeopleFilter = PeopleValues & { verification: "OPERATOR" | "COMPANY" | null };

export const PEOPLE_SHAPE = {
  q: text,
  companies: list,
  skills: list,
  groups: list,
  places: list,
  languages: list,
  availability: someOf("NOW", "TALK", "CONSIDERING", "NOT_NOW"),
  withMe: flag,
  by: oneOf("ANY", "OPERATOR", "COMPANY"),
  sort: oneOf("RELEVANCE", "NEWEST"),
};

/** What an address says that asks for everybody. */
export const NOBODY_LEFT_OUT: PeopleChosen = { companies: [], skills: [], groups: [], places: [], languages: [], availability: [], withMe: false, by: "ANY" };

export const peopleFilterFor = ({ companies, skills, groups, places, languages, availability, withMe, by }: PeopleChosen): PeopleFilter => ({
  companies,
  skills,
  groups,
  places,
  languages,
  availability,
  withMe,
  verification: by === "ANY" ? null : by,
});

const LISTS = ["companies", "skills", "groups", "places", "languages", "availability"] as const;

/** How many values are asked for. */
export const countedIn = (filter: PeopleFilter): number =>
  LISTS.reduce((sum, name) => sum + filter[name].length, 0) + (filter.withMe ? 1 : 0) + (filter.verification === null ? 0 : 1);

export const isPeopleNarrowed = (filter: PeopleFilter): boolean => countedIn(filter) > 0;

/** What stands behind the question mark of an address, for a filter. */
export function peopleAddressOf({ verification, ...values }: PeopleFilter): string {
  const { companies, skills, groups, places, languages, availability, withMe } = values;
  return writeParams(PEOPLE_SHAPE, new URLSearchParams(), { companies, skills, groups, places, languages, availability, withMe, by: verification ?? "ANY" }).toString();
}
