/** Notices with parts of their own: a confirmation that ended, a report that was decided, a file that was made. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";

import type { HomeNoticeFragment } from "~/gql/welcome/graphql";
import { companyName } from "~/lib/companies";
import { paths } from "~/lib/paths";
import { Quiet } from "~/ui/Text";

type EndedProps = { about: Extract<NonNullable<HomeNoticeFragment["about"]>, { __typename: "ConfirmationEnded" }> };

export function Ended({ about: { why, reason, affiliation } }: EndedProps) {
  const company = companyName(affiliation.company);
  return (
    <>
      <p>
        {why === "REVOKED" ? (
          <Trans>
            {company}の在籍歴の確認が取り消されました。<Link href={paths.career}>いまの状態と、できること</Link>
          </Trans>
        ) : (
          <Trans>
            {company}の在籍歴への元同僚の確認が、1つなくなりました。<Link href={paths.career}>いまの状態と、できること</Link>
          </Trans>
        )}
      </p>
      {reason ? <Quiet>{reason}</Quiet> : null}
    </>
  );
}

export function Decided({ decision, reason }: { decision: "HIDDEN" | "DISMISSED" | null; reason: string | null }) {
  const { t } = useLingui();
  return (
    <>
      <p>{decision === "HIDDEN" ? t`お知らせいただいた投稿を、見えなくしました。ありがとうございました。` : t`お知らせいただいた件を確かめました。今回は、そのまま残しました。`}</p>
      {reason ? <Quiet>{reason}</Quiet> : null}
    </>
  );
}

export function Exported() {
  return (
    <p>
      <Trans>
        あなたのデータのファイルができました。<Link href={paths.data}>ダウンロードできます</Link>。
      </Trans>
    </p>
  );
}
