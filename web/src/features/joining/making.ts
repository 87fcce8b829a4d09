/** The form of a join link to make, and how its numbers are read. */
export type Link = { label: string; days: string; mostUses: string; /** Null until they differ from the group's own. */ questions: readonly string[] | null };

export const unmade: Link = { label: "", days: "30", mostUses: "", questions: null };

/** A number as people type it, full width or with a comma; null where it is none. */
export function wholeNumber(text: string): number | null {
  const plain = text.normalize("NFKC").replace(/[,\s人日]/g, "");
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
}
