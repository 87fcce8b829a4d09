/** The filter of people as addresses hold it: of the page that lists them, and of the one that saves a search. */
import { list, oneOf, text, writeParams } from "./search";

export const PEOPLE_SHAPE = { q: text, companies: list, skills: list, by: oneOf("ANY", "OPERATOR", "COMPANY") };

export type By = "ANY" | "OPERATOR" | "COMPANY";
export type PeopleFilter = { companies: string[]; skills: string[]; verification: "OPERATOR" | "COMPANY" | null };
type Chosen = { companies: string[]; skills: string[]; by: By };

export const peopleFilterFor = ({ companies, skills, by }: Chosen): PeopleFilter => ({ companies, skills, verification: by === "ANY" ? null : by });

export const isPeopleNarrowed = ({ companies, skills, verification }: PeopleFilter): boolean => companies.length + skills.length > 0 || verification !== null;

/** What stands behind the question mark of an address, for a filter. */
export const peopleAddressOf = ({ companies, skills, verification }: PeopleFilter): string =>
  writeParams(PEOPLE_SHAPE, new URLSearchParams(), { companies, skills, by: verification ?? "ANY" }).toString();
