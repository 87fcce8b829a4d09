import { expect, test } from "vitest";

import { type Asked, type Post, askedNow, directionsOf, missing, readable, sent, sheetOf, sheetsFor } from "./form";

const line = (key: string, required = true): Asked => ({ key, label: key, required, type: "LINE", choices: [] });
const fields: Asked[] = [
  line("work"),
  { ...line("contract_term"), type: "CHOICE", choices: [{ value: "OPEN_ENDED", label: "期間の定めなし" }, { value: "FIXED", label: "期間の定めあり" }] },
  { ...line("renewal"), when: { key: "contract_term", value: "FIXED" } },
  line("conditions", false),
];
const post: Post = {
  kind: "HIRING",
  direction: "SEEKING",
  title: "店長",
  body: "お店をお願いします",
  skills: [],
  place: " ",
  remote: false,
  audience: "VERIFIED",
  groups: [],
  exclusions: [],
  terms: { work: "店の運営", contract_term: "OPEN_ENDED" },
  lastDay: "2026-12-23",
};

test("a question that depends on a choice is asked only after it", () => {
  expect(askedNow(fields, {}).map(({ key }) => key)).toEqual(["work", "contract_term", "conditions"]);
  expect(askedNow(fields, { contract_term: "FIXED" }).map(({ key }) => key)).toContain("renewal");
});

test("a whole post misses nothing; optional answers may stay out", () => expect(missing(post, fields)).toEqual([]));

test("what is missing comes in the order of the form, under the server's names", () => {
  const bare = { ...post, title: "  ", audience: "CHOSEN_GROUPS" as const, terms: { contract_term: "FIXED" } };
  expect(missing(bare, fields)).toEqual(["title", "terms.work", "terms.renewal", "groups"]);
});

test("each missing field names the sheet that it stands on", () => {
  expect(["kind", "body", "terms.pay", "place", "lastDay", "groups"].map(sheetOf)).toEqual(["kind", "words", "terms", "where", "audience", "audience"]);
});

test("a kind without terms has no sheet of them", () => {
  expect(sheetsFor([])).not.toContain("terms");
  expect(sheetsFor(fields)).toContain("terms");
});

test("what is sent leaves out what is empty, unasked or for others", () => {
  const changed = { ...post, groups: ["g"], terms: { ...post.terms, renewal: "年1回", conditions: " " } };
  expect(sent(changed, fields)).toMatchObject({
    place: null,
    groups: [],
    terms: [
      { key: "work", value: "店の運営" },
      { key: "contract_term", value: "OPEN_ENDED" },
    ],
  });
});

test("readers see a choice by its label", () => {
  expect(readable(fields, post.terms)[1]).toEqual({ key: "contract_term", label: "contract_term", value: "期間の定めなし" });
});

test("hiring only seeks", () => {
  expect(directionsOf("HIRING")).toEqual(["SEEKING"]);
  expect(directionsOf("VENUE")).toEqual(["SEEKING", "OFFERING"]);
});
