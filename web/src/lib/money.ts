/** How sums of yen are written: in 万 where they come out even, with their period and whether tax is in them. */
import type { Language } from "./language";

export type Period = "HOUR" | "DAY" | "MONTH" | "YEAR" | "ONCE";
export type Tax = "EXCLUDED" | "INCLUDED" | "NONE";
export type Money = { min: number; max: number; per: Period; tax: Tax };

const before: Record<Period, string> = { HOUR: "時給", DAY: "日額", MONTH: "月", YEAR: "年", ONCE: "" };
const after: Record<Period, string> = { HOUR: " an hour", DAY: " a day", MONTH: " a month", YEAR: " a year", ONCE: "" };
const taxes: Record<Language, Record<Tax, string>> = {
  ja: { EXCLUDED: "（税別）", INCLUDED: "（税込）", NONE: "" },
  en: { EXCLUDED: " (before tax)", INCLUDED: " (tax included)", NONE: "" },
};

function yen(amount: number): string {
  const even = amount >= 10_000 && amount % 1_000 === 0;
  return even ? `${(amount / 10_000).toLocaleString("ja-JP")}万円` : `${amount.toLocaleString("ja-JP")}円`;
}

/** 月20万円〜30万円（税別） / ¥200,000–300,000 a month (before tax). */
export function formatMoney({ min, max, per, tax }: Money, language: Language): string {
  if (language === "ja") return `${before[per]}${yen(min)}${max > min ? `〜${yen(max)}` : ""}${taxes.ja[tax]}`;
  const range = max > min ? `–${max.toLocaleString("en-US")}` : "";
  return `¥${min.toLocaleString("en-US")}${range}${after[per]}${taxes.en[tax]}`;
}
