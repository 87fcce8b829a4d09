/** What is being typed: the last of the words, and the words before it. */

const SPACE = /\s+/u;

export const lastOf = (words: string): string => words.trim().split(SPACE).at(-1) ?? "";

export const withoutLast = (words: string): string => words.trim().split(SPACE).slice(0, -1).join(" ");
