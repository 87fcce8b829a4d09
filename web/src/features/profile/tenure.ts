/** What an affiliation's form holds, what is missing in it, and how it is sent. */
import { isMonth } from "~/ui/MonthField";

export type Tenure = { from: string; until: string; stillThere: boolean; department: string; title: string };

export const EMPTY: Tenure = { from: "", until: "", stillThere: false, department: "", title: "" };

export const TENURE_FIELDS = ["tenure.startedOn", "tenure.endedOn", "department", "title"] as const;

/** The first thing that is missing, as the name of its field. */
export function missingIn(tenure: Tenure): Set<"tenure.startedOn" | "tenure.endedOn"> {
  const missing = new Set<"tenure.startedOn" | "tenure.endedOn">();
  if (!isMonth(tenure.from)) missing.add("tenure.startedOn");
  if (!tenure.stillThere && !isMonth(tenure.until)) missing.add("tenure.endedOn");
  return missing;
}

export const inputOf = ({ from, until, stillThere, department, title }: Tenure) => ({
  tenure: { startedOn: from, endedOn: stillThere ? null : until },
  department: department.trim() || null,
  title: title.trim() || null,
});
