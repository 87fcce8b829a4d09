/** Reasons that a decline often has, as sentences to start from. */
import { useLingui } from "@lingui/react/macro";

export function useDeclineTemplates(): { label: string; text: string }[] {
  const { t } = useLingui();
  return [
    { label: t`時期`, text: t`在籍の時期を確かめられませんでした。時期や部署を書き足して、もう一度お申し込みください。` },
    { label: t`会社`, text: t`在籍していた会社が、このグループの対象とちがうようです。会社をお確かめください。` },
    { label: t`お名前`, text: t`お名前を確かめられませんでした。在籍時のお名前があれば、プロフィールに書き足してください。` },
  ];
}
