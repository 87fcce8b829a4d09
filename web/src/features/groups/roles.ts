/** The standing roles, the highest first, and the reasons that are offered to be edited. */
import { useLingui } from "@lingui/react/macro";

import type { Template } from "~/ui/asking/ReasonDialog";

export type Role = "OWNER" | "OPERATOR" | "DEPUTY" | "COMPANY_CONTACT";
/** What one may give; who speaks for the company is for stewards to say. */
export const rolesToGive = (appoints: boolean): readonly Role[] => ["OWNER", "OPERATOR", "DEPUTY", ...(appoints ? (["COMPANY_CONTACT"] as const) : [])];

export function useRoleReasons(): { given: readonly Template[]; changed: readonly Template[]; ended: readonly Template[]; laidDown: readonly Template[] } {
  const { t } = useLingui();
  return {
    given: [
      { label: t`お願い`, text: t`一緒に運営していただけることになりました。どうぞよろしくお願いします。` },
      { label: t`分担`, text: t`運営の分担を見直しました。` },
    ],
    changed: [
      { label: t`分担`, text: t`運営の分担を見直しました。これからもよろしくお願いします。` },
      { label: t`ご本人の希望`, text: t`ご本人の希望をうかがって、役割を変えました。` },
    ],
    ended: [
      { label: t`分担`, text: t`運営の分担を見直しました。これまでありがとうございました。` },
      { label: t`ご本人の希望`, text: t`ご本人の希望をうかがいました。これまでありがとうございました。` },
    ],
    laidDown: [
      { label: t`忙しくなった`, text: t`しばらく忙しくなるため、役割を降ります。` },
      { label: t`引き継ぎを終えた`, text: t`引き継ぎを終えたので、役割を降ります。` },
    ],
  };
}
