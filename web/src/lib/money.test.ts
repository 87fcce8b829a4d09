import { expect, test } from "vitest";

import { formatMoney } from "./money";

test.each([
  [{ min: 200_000, max: 300_000, per: "MONTH", tax: "EXCLUDED" } as const, "月20万円〜30万円（税別）", "¥200,000–300,000 a month (before tax)"],
  [{ min: 5_500_000, max: 5_500_000, per: "YEAR", tax: "NONE" } as const, "年550万円", "¥5,500,000 a year"],
  [{ min: 3_500, max: 5_000, per: "HOUR", tax: "INCLUDED" } as const, "時給3,500円〜5,000円（税込）", "¥3,500–5,000 an hour (tax included)"],
  [{ min: 25_000, max: 25_000, per: "ONCE", tax: "EXCLUDED" } as const, "2.5万円（税別）", "¥25,000 (before tax)"],
  [{ min: 12_345, max: 12_345, per: "ONCE", tax: "NONE" } as const, "12,345円", "¥12,345"],
])("%o", (money, ja, en) => {
  expect(formatMoney(money, "ja")).toBe(ja);
  expect(formatMoney(money, "en")).toBe(en);
});
