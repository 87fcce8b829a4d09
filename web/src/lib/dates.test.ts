import { describe, expect, test } from "vitest";

import { dayFromNow, formatAgo, formatDate, formatDay, formatMoment, formatMonth, formatPeriod, formatTime, formatUntil } from "./dates";

const now = new Date("2026-11-23T03:00:00Z");

describe("days", () => {
  test("an instant is the day it is in Tokyo", () => {
    expect(formatDay("2026-11-22T15:30:00Z", "ja", now)).toBe("11月23日（月）");
    expect(formatDay("2026-11-22T15:30:00Z", "en", now)).toBe("Mon, Nov 23");
  });

  test("another year is named when it is far", () => {
    expect(formatDay("2025-01-05T00:00:00Z", "ja", now)).toBe("2025年1月5日（日）");
    expect(formatDay("2025-01-05T00:00:00Z", "en", now)).toBe("Sun, Jan 5, 2025");
  });

  test("a calendar day has no zone", () => {
    expect(formatDate("2026-12-05", "ja", now)).toBe("12月5日（土）");
    expect(formatUntil("2026-12-05", "ja", now)).toBe("12月5日まで");
    expect(formatUntil("2026-12-05", "en", now)).toBe("until Dec 5");
    expect(formatUntil("2027-01-20", "ja", now)).toBe("1月20日まで");
    expect(formatUntil("2027-04-20", "ja", now)).toBe("2027年4月20日まで");
  });

  test("the clock is Tokyo's", () => {
    expect(formatTime("2026-11-23T01:12:00Z")).toBe("10:12");
    expect(formatMoment("2026-11-23T01:12:00Z", "ja", now)).toBe("11月23日（月）10:12");
  });

  test("a day from now is counted in Tokyo", () => {
    expect(dayFromNow(0, new Date("2026-11-23T15:30:00Z"))).toBe("2026-11-24");
    expect(dayFromNow(14, now)).toBe("2026-12-07");
  });
});

describe("distances", () => {
  test.each([
    ["2026-11-23T02:59:30Z", "たった今", "just now"],
    ["2026-11-23T02:15:00Z", "45分前", "45 minutes ago"],
    ["2026-11-23T00:00:00Z", "3時間前", "3 hours ago"],
    ["2026-11-21T00:00:00Z", "2日前", "2 days ago"],
    ["2026-11-10T00:00:00Z", "11月10日（火）", "Tue, Nov 10"],
  ])("%s", (at, ja, en) => {
    expect(formatAgo(at, "ja", now)).toBe(ja);
    expect(formatAgo(at, "en", now)).toBe(en);
  });

  test("a clock that is ahead does not speak of the future", () => {
    expect(formatAgo("2026-11-23T03:00:20Z", "ja", now)).toBe("たった今");
  });
});

describe("tenures", () => {
  test("closed and open", () => {
    expect(formatPeriod("2014-04", "2019-09", "ja")).toBe("2014年4月〜2019年9月");
    expect(formatPeriod("2014-04", "2019-09", "en")).toBe("Apr 2014 – Sep 2019");
    expect(formatPeriod("2014-04", null, "ja")).toBe("2014年4月〜現在");
    expect(formatPeriod("2014-04", null, "en")).toBe("Apr 2014 – present");
  });

  test("a month alone", () => {
    expect(formatMonth("2026-10", "ja")).toBe("2026年10月");
    expect(formatMonth("2026-10", "en")).toBe("Oct 2026");
  });
});
