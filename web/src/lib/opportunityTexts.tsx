/** How an opportunity is put into the words of a card, the same on every page that lists some. */
import { useLingui } from "@lingui/react/macro";

import { companyName } from "./companies";
import { formatUntil } from "./dates";
import { activeLanguage } from "./language";
import { paths } from "./paths";
import { type CloseReason, type Direction, type OpportunityKind, closeWords, directionWords, kindWords } from "./words";

export type ListedOpportunity = {
  id: string;
  kind: OpportunityKind;
  direction: Direction;
  title: string;
  author?: { name: string } | null;
  authorCompanies: readonly { name: string; nameEn?: string | null }[];
  onBehalfOf?: string | null;
  place?: string | null;
  remote: boolean;
  pay?: string | null;
  lastDay: string;
  live: boolean;
  closeReason?: CloseReason | null;
  fits?: readonly string[];
};

type Fact = { icon: "place" | "yen"; text: string };

export type OpportunityTexts = {
  href: string;
  kind: string;
  direction: string;
  title: string;
  author: string | undefined;
  facts: Fact[];
  until: string;
  why: string | undefined;
};

/** `const words = useOpportunityTexts(); <OpportunityCard {...words(opportunity)} />`. */
export function useOpportunityTexts(): (opportunity: ListedOpportunity) => OpportunityTexts {
  const { t, i18n } = useLingui();
  const language = activeLanguage();
  const joined = (names: readonly string[]) => names.join(language === "ja" ? "・" : ", ");

  const authorOf = ({ author, authorCompanies, onBehalfOf }: ListedOpportunity) => {
    const companies = joined(authorCompanies.map(companyName));
    const name = author?.name ?? "";
    const organisation = onBehalfOf ?? "";
    const parts = [
      name && companies ? t`${name}さん（${companies}出身）` : "",
      name && !companies ? t`${name}さん` : "",
      !name && companies ? t`募集者：${companies}出身` : "",
      organisation ? t`募集元：${organisation}` : "",
    ];
    return parts.filter(Boolean).join(language === "ja" ? "・" : " · ") || undefined;
  };

  const whereOf = ({ place, remote }: ListedOpportunity) => [remote ? t`リモート可` : "", place ?? ""].filter(Boolean).join(language === "ja" ? "・" : ", ");

  const untilOf = ({ live, closeReason, lastDay }: ListedOpportunity) => {
    if (closeReason) return i18n._(closeWords[closeReason]);
    return live ? formatUntil(lastDay, language) : t`終了しました`;
  };

  const whyOf = (fits: readonly string[]) => {
    const words = fits.map((one) => (language === "ja" ? `「${one}」` : `“${one}”`)).join(language === "ja" ? "" : ", ");
    return words ? t`あなたの${words}と合っています` : undefined;
  };

  return (opportunity) => {
    const where = whereOf(opportunity);
    const facts: Fact[] = [];
    if (where) facts.push({ icon: "place", text: where });
    if (opportunity.pay) facts.push({ icon: "yen", text: opportunity.pay });
    return {
      href: paths.opportunity(opportunity.id),
      kind: i18n._(kindWords[opportunity.kind]),
      direction: i18n._(directionWords[opportunity.direction]),
      title: opportunity.title,
      author: authorOf(opportunity),
      facts,
      until: untilOf(opportunity),
      why: whyOf(opportunity.fits ?? []),
    };
  };
}
