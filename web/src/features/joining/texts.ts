/** Texts to paste where a group's alumni are: for a Facebook group, a mailing list, or LINE; in Japanese or in English, whatever the page is read in. */
import type { I18n } from "@lingui/core";
import { msg, plural } from "@lingui/core/macro";

export type Place = "FACEBOOK" | "MAILING_LIST" | "LINE";

type Named = { name: string; nameEn?: string | null };

export type Facts = {
  group: Named;
  companies: readonly Named[];
  /** How long a decision usually takes. */
  days: number;
  /** Members of the group, and of the whole place with their companies; null where they may not be told. */
  members: number | null;
  everybody: { members: number; companies: number } | null;
  questions: number;
  address: string;
};

/** The whole text, lines and all. */
export function pasteText(place: Place, facts: Facts, i18n: I18n): string {
  const japanese = i18n.locale === "ja";
  const nameOf = ({ name, nameEn }: Named) => (japanese ? name : nameEn || name);
  const group = nameOf(facts.group);
  const companies = facts.companies.map(nameOf).join(japanese ? "・" : ", ");
  const say = (message: ReturnType<typeof msg>) => i18n._(message);
  const parts = { ...partsOf(say, { group, companies, facts }), address: facts.address };
  return composed[place](parts).join("\n");
}

type Say = (message: ReturnType<typeof msg>) => string;

function partsOf(say: Say, { group, companies, facts }: { group: string; companies: string; facts: Facts }) {
  const { days, members, everybody, questions } = facts;
  const hereOf = (number: number) => say(msg`このグループからは、もう${plural(number, { other: "#人" })}が参加しています`);
  const placeOf = (all: number, places: number) => say(msg`縁側には、${plural(places, { other: "#の企業" })}・官公庁を卒業した${plural(all, { other: "#人" })}がいます`);
  return {
    group,
    title: say(msg`【${group}】縁側への参加のご案内`),
    subject: say(msg`件名：【${group}】縁側への参加のご案内`),
    greeting: say(msg`みなさま`),
    opening: say(msg`${group}は、卒業生どうしがつながる場所「縁側」をはじめました。`),
    purpose: say(msg`会社を離れた人どうしが、直接つながる場所です。相談や募集を出し合い、一緒に何かをつくれます。`),
    who: say(msg`${companies}にいた方なら、どなたでも申し込めます`),
    free: say(msg`費用も義務もありません。いつでもやめられます`),
    here: [...(members === null ? [] : [hereOf(members)]), ...(everybody === null ? [] : [placeOf(everybody.members, everybody.companies)])],
    how: say(msg`参加のしかた（2分ほど）`),
    steps: [
      say(msg`1. 下のリンクを開く`),
      questions > 0 ? say(msg`2. お名前、ご自分のメールアドレス、在籍した時期を入力し、質問に答える`) : say(msg`2. お名前、ご自分のメールアドレス、在籍した時期を入力する`),
      say(msg`3. 届いたメールのリンクを開く`),
    ],
    decision: say(msg`通常${days}日ほどで、グループからお返事します。`),
    brief: say(msg`${group}です。卒業生どうしがつながる「縁側」に、よろしければご参加ください。`),
    briefly: say(msg`リンクを開いて、2分ほどで申し込めます。費用も義務もありません。`),
    sentence: (text: string) => say(msg`${text}。`),
  };
}

type Parts = ReturnType<typeof partsOf> & { address: string };

const bullets = ({ who, free, here }: Parts) => [who, free, ...here].map((line) => `・${line}`);
const steps = ({ how, steps, decision }: Parts) => [how, ...steps, decision];

const composed: Record<Place, (parts: Parts) => string[]> = {
  FACEBOOK: (parts) => [parts.title, "", parts.opening, parts.purpose, "", ...bullets(parts), "", ...steps(parts), "", parts.address, "", parts.group],
  MAILING_LIST: (parts) => [parts.subject, "", parts.greeting, "", parts.opening, parts.purpose, "", ...bullets(parts), "", ...steps(parts), "", parts.address, "", parts.group],
  LINE: (parts) => [parts.brief, parts.briefly, ...[parts.who, ...parts.here].map(parts.sentence), "", parts.address],
};
