/** The fields that have readers of their own, and what each is called. */
import { useLingui } from "@lingui/react/macro";

import type { Level } from "~/lib/words";

export const FIELDS = ["formerName", "presentPosition", "headline", "bio", "place", "gives", "asks", "skills", "languages", "links", "availability", "photo"] as const;
export type Field = (typeof FIELDS)[number];

/** From open to closed. */
export const CHOOSABLE: readonly Level[] = ["VERIFIED", "CHOSEN_GROUPS", "OWN_GROUPS", "CONNECTIONS", "ONLY_ME"];

export function useFieldLabels(): Record<Field, string> {
  const { t } = useLingui();
  return {
    formerName: t`在籍時のお名前`,
    presentPosition: t`現在のお仕事`,
    headline: t`ひとこと紹介`,
    bio: t`自己紹介`,
    place: t`お住まいの地域`,
    gives: t`お手伝いできること`,
    asks: t`探していること`,
    skills: t`スキル`,
    languages: t`使えることば`,
    links: t`リンク`,
    availability: t`いまの状況`,
    photo: t`写真`,
  };
}
