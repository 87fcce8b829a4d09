/** What is written of a group, in a proposal and on its page: the empty form, what is sent of it, and the short name that is suggested. */
export type RunBy = "COMPANY" | "VOLUNTEERS" | "JOINTLY";
export type Recognition = "OFFICIAL" | "ACKNOWLEDGED" | "NONE";

/** A proposed company has no id yet. */
export type Picked = { id: string | null; name: string };

export type Texts = {
  name: string;
  nameEn: string;
  description: string;
  descriptionEn: string;
  guidelines: string;
  contact: string;
  runBy: RunBy;
  recognition: Recognition;
  usualDays: string;
};

export type Proposal = Texts & { slug: string; companies: readonly Picked[]; note: string };

export const EMPTY: Proposal = {
  name: "",
  nameEn: "",
  description: "",
  descriptionEn: "",
  guidelines: "",
  contact: "",
  runBy: "VOLUNTEERS",
  recognition: "NONE",
  usualDays: "2",
  slug: "",
  companies: [],
  note: "",
};

/** Where each text says what is wrong with it. */
export const PLACED = ["name", "nameEn", "description", "descriptionEn", "guidelines", "contact", "usualDays"].map((field) => `texts.${field}`);

type Read = Omit<Texts, "nameEn" | "descriptionEn" | "guidelines" | "contact" | "usualDays" | "description"> & {
  originalDescription: string;
  nameEn: string | null;
  descriptionEn: string | null;
  guidelines: string | null;
  contact: string | null;
  usualDays: number;
};

export function textsOf(group: Read): Texts {
  return {
    name: group.name,
    nameEn: group.nameEn ?? "",
    description: group.originalDescription,
    descriptionEn: group.descriptionEn ?? "",
    guidelines: group.guidelines ?? "",
    contact: group.contact ?? "",
    runBy: group.runBy,
    recognition: group.recognition,
    usualDays: String(group.usualDays),
  };
}

export function sentTexts(texts: Texts) {
  const days = Number.parseInt(texts.usualDays, 10);
  return {
    name: texts.name,
    nameEn: texts.nameEn || null,
    description: texts.description,
    descriptionEn: texts.descriptionEn || null,
    guidelines: texts.guidelines || null,
    contact: texts.contact || null,
    runBy: texts.runBy,
    recognition: texts.recognition,
    usualDays: Number.isNaN(days) ? 0 : days,
  };
}

/** Companies are picked by id, or named where they are missing. */
export const sentCompanies = (companies: readonly Picked[]) => companies.map(({ id, name }) => (id === null ? { proposedName: name } : { id }));

/** From the name in Latin letters; a name without any suggests nothing. */
export function suggestedSlug(...names: readonly string[]): string {
  for (const name of names) {
    const slug = name
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 40)
      .replace(/-+$/g, "");
    if (slug.length > 1) return slug;
  }
  return "";
}
