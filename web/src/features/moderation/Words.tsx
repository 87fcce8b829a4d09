/** What former colleagues say about an affiliation that waits: who, which months, and why a word has no effect yet. */
import { useLingui } from "@lingui/react/macro";
import { Link } from "wouter";

import { formatPeriod } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { textLanguage } from "~/ui/language";
import { Notice } from "~/ui/Notice";
import { Confirmed, nameLanguage } from "~/ui/PersonName";
import { Quiet, Stack } from "~/ui/Text";

type Because = "NEW_COLLEAGUE" | "RING" | "DECIDED_AGAINST" | "MONTHS_CHANGED" | "LAPSED";
type Word = {
  id: string;
  state: "STANDING" | "HELD";
  heldBecause: Because | null;
  from: string;
  until: string | null;
  statement: string | null;
  voucher: { id: string; name: string } | null;
};

export function Words({ vouches }: { vouches: readonly Word[] }) {
  const { t } = useLingui();
  const because: Record<Because, string> = {
    NEW_COLLEAGUE: t`この元同僚は、ほかの元同僚に確認されてから30日たっていません。`,
    RING: t`登録して間もない人どうしが、たがいに確認しています。`,
    DECIDED_AGAINST: t`この在籍歴は、前に見送られたか、確認が取り消されています。`,
    MONTHS_CHANGED: t`元同僚が確認したあとで、在籍の期間が変わっています。`,
    LAPSED: t`この元同僚の在籍歴の確認が、いまはありません。`,
  };
  return vouches.map(({ id, state, heldBecause, from, until, statement, voucher }) => {
    const name = voucher?.name ?? "";
    const months = formatPeriod(from, until, activeLanguage());
    const who = voucher ? <Link href={paths.person(voucher.id)} lang={nameLanguage(name)}>{name}</Link> : <span>{t`お名前を見られない元同僚`}</span>;
    return (
      <Stack key={id} gap={1}>
        <Quiet>
          {state === "STANDING" ? <Confirmed>{t`元同僚が確認`}</Confirmed> : t`元同僚の確認（まだ数えていません）`} {who} {months}
        </Quiet>
        {statement ? <p lang={textLanguage(statement)}>{t`「${statement}」`}</p> : null}
        {heldBecause ? <Notice icon="warning">{because[heldBecause]}</Notice> : null}
      </Stack>
    );
  });
}
