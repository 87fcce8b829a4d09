/** Which language a text that somebody wrote is in, so that it is spoken and broken right on a page of the other language. */
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

export const textLanguage = (text: string): "ja" | "en" => (japanese.test(text) ? "ja" : "en");
