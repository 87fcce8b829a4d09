/** A company's name in the reader's language; not every company has one of its own in English. */
import { activeLanguage } from "./language";

export const companyName = ({ name, nameEn }: { name: string; nameEn?: string | null }): string => (activeLanguage() === "en" && nameEn ? nameEn : name);

/** What stands beside a candidate: the name by which it was found, what it does, its group. */
export const noteOf = (...parts: readonly (string | null | undefined)[]): string | undefined =>
  parts.filter(Boolean).join(activeLanguage() === "ja" ? "・" : " · ") || undefined;
