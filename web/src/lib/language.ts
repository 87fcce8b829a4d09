/** Which of the two languages this browser reads, where that is kept, and how their catalogues are loaded. */
import { type I18n, i18n, type Messages, setupI18n } from "@lingui/core";

export type Language = "ja" | "en";

const KEY = "engawa.language";

const catalogues = import.meta.glob<{ messages: Messages }>("../../locales/*/*.po");
const loaded = new Set<string>();

/** The language chosen here before, else the browser's, else Japanese. */
export function preferredLanguage(): Language {
  const stored = localStorage.getItem(KEY);
  if (stored === "ja" || stored === "en") return stored;
  const first = navigator.languages.find((one) => one.startsWith("ja") || one.startsWith("en"));
  return first?.startsWith("en") ? "en" : "ja";
}

async function load(name: string, language: Language): Promise<void> {
  const catalogue = await catalogues[`../../locales/${name}/${language}.po`]?.();
  if (catalogue) i18n.load(language, catalogue.messages);
}

/** Loads the texts of one feature in the language now active; a page is shown only after it. */
export async function loadCatalogue(name: string): Promise<void> {
  loaded.add(name);
  await load(name, i18n.locale as Language);
}

/** Switches the language, with the texts of all that was loaded so far. */
export async function activateLanguage(language: Language): Promise<void> {
  loaded.add("common");
  await Promise.all([...loaded].map((name) => load(name, language)));
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
  i18n.activate(language);
}

/** The active language, for formats and headers. */
export const activeLanguage = (): Language => (i18n.locale === "en" ? "en" : "ja");

/** One feature's texts in a language that need not be the active one: for what is copied, and read elsewhere. */
export async function textsIn(name: string, language: Language): Promise<I18n> {
  const catalogue = await catalogues[`../../locales/${name}/${language}.po`]?.();
  return setupI18n({ locale: language, messages: { [language]: catalogue?.messages ?? {} } });
}

/** Words as they were typed, one after the other in a sentence. */
export const quoted = (words: readonly string[]): string =>
  activeLanguage() === "ja" ? words.map((word) => `「${word}」`).join("") : words.map((word) => `“${word}”`).join(", ");
