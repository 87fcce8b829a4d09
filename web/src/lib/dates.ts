/** How instants, days, months and periods are written, in both languages, always as Tokyo sees them. */
import type { Language } from "./language";

const ZONE = "Asia/Tokyo";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const parts = (language: Language, options: Intl.DateTimeFormatOptions, zone = ZONE) =>
  new Intl.DateTimeFormat(language === "ja" ? "ja-JP" : "en-US", { ...options, timeZone: zone });

const yearIn = (at: Date, zone: string) => parts("en", { year: "numeric" }, zone).format(at);

/** Nobody takes a January for the last one in November: the year stands there only when it is another one, and far. */
const needsYear = (at: Date, now: Date, zone: string) => yearIn(at, zone) !== yearIn(now, ZONE) && Math.abs(at.getTime() - now.getTime()) > 120 * DAY;

function day(at: Date, language: Language, now: Date, zone: string, weekday: boolean): string {
  const year: Intl.DateTimeFormatOptions = needsYear(at, now, zone) ? { year: "numeric" } : {};
  if (language === "en") return parts("en", { ...year, month: "short", day: "numeric", ...(weekday ? { weekday: "short" } : {}) }, zone).format(at);
  const written = parts("ja", { ...year, month: "long", day: "numeric" }, zone).format(at);
  return weekday ? `${written}（${parts("ja", { weekday: "short" }, zone).format(at)}）` : written;
}

/** An instant as a day: 11月23日（月） / Mon, Nov 23; with the year when it is another one, and far. */
export const formatDay = (at: string, language: Language, now = new Date()): string => day(new Date(at), language, now, ZONE, true);

/** A calendar day (YYYY-MM-DD), which has no zone: 12月5日（土） / Sat, Dec 5. */
export const formatDate = (date: string, language: Language, now = new Date()): string =>
  day(new Date(`${date}T00:00:00Z`), language, now, "UTC", true);

/** A last day: 12月5日まで / until Dec 5. */
export function formatUntil(date: string, language: Language, now = new Date()): string {
  const written = day(new Date(`${date}T00:00:00Z`), language, now, "UTC", false);
  return language === "ja" ? `${written}まで` : `until ${written}`;
}

/** The clock time of an instant: 10:12 in both languages. */
export const formatTime = (at: string): string => parts("ja", { hour: "2-digit", minute: "2-digit", hour12: false }).format(new Date(at));

/** 11月23日（月）10:12 / Mon, Nov 23, 10:12. */
export const formatMoment = (at: string, language: Language, now = new Date()): string =>
  `${formatDay(at, language, now)}${language === "ja" ? "" : ", "}${formatTime(at)}`;

/** Near instants by their distance (3時間前 / 3 hours ago), those more than six days ago as a day. */
export function formatAgo(at: string, language: Language, now = new Date()): string {
  const passed = now.getTime() - new Date(at).getTime();
  if (passed < MINUTE) return language === "ja" ? "たった今" : "just now";
  if (passed >= 7 * DAY) return formatDay(at, language, now);
  const [amount, unit] = nearest(passed);
  return new Intl.RelativeTimeFormat(language, { numeric: "always" }).format(-amount, unit).replace(/\s(?=[^a-z])/g, "");
}

function nearest(passed: number): [number, Intl.RelativeTimeFormatUnit] {
  if (passed < HOUR) return [Math.floor(passed / MINUTE), "minute"];
  if (passed < DAY) return [Math.floor(passed / HOUR), "hour"];
  return [Math.floor(passed / DAY), "day"];
}

/** A month (YYYY-MM): 2014年4月 / Apr 2014. */
export const formatMonth = (month: string, language: Language): string =>
  parts(language, { year: "numeric", month: language === "ja" ? "long" : "short" }, "UTC").format(new Date(`${month}-01T00:00:00Z`));

/** The month in Tokyo of an instant, as YYYY-MM. */
export const monthOf = (at: string): string => new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, year: "numeric", month: "2-digit" }).format(new Date(at));

/** A tenure: 2014年4月〜2019年9月 / Apr 2014 – Sep 2019; open: 2014年4月〜現在 / Apr 2014 – present. */
export function formatPeriod(from: string, until: string | null | undefined, language: Language): string {
  if (language === "ja") return `${formatMonth(from, "ja")}〜${until ? formatMonth(until, "ja") : "現在"}`;
  return `${formatMonth(from, "en")} – ${until ? formatMonth(until, "en") : "present"}`;
}

/** Today in Tokyo as YYYY-MM-DD, and days after it, for date fields. */
export function dayFromNow(days: number, now = new Date()): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE }).format(new Date(now.getTime() + days * DAY));
}
