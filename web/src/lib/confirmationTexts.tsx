/** What confirms an affiliation, in words: by whom, how many, and since when. */
import { useLingui } from "@lingui/react/macro";

import { companyName } from "./companies";
import { formatMonth, monthOf } from "./dates";
import { activeLanguage } from "./language";
import type { VerificationLevel } from "./words";

export type ConfirmationFacts = {
  level: VerificationLevel;
  at: string;
  /** Null where the number would speak of somebody whom the reader may not see. */
  colleagues: number | null;
  group: { name: string; nameEn: string | null } | null;
};

export function useConfirmationTexts(): (facts: ConfirmationFacts) => string {
  const { t } = useLingui();
  const who = ({ level, colleagues, group }: ConfirmationFacts): string => {
    if (level === "COMPANY") return t`会社が確認`;
    if (level === "COLLEAGUE") return colleagues === null ? t`元同僚が確認` : t`元同僚${colleagues}人が確認`;
    const name = group ? companyName(group) : "";
    return name ? t`運営者が確認（${name}）` : t`事務局が確認`;
  };
  return (facts) => {
    const since = formatMonth(monthOf(facts.at), activeLanguage());
    const by = who(facts);
    return t`${by}・${since}`;
  };
}
