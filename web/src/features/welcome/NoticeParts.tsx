/** Notices with parts of their own: what ended, what was decided, a connection, a post, a company that was merged, a file that was made. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";

import type { HomeNoticeFragment } from "~/gql/welcome/graphql";
import { companyName } from "~/lib/companies";
import { paths } from "~/lib/paths";
import { Quiet } from "~/ui/Text";
import { textLanguage } from "~/ui/language";

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
      {reason ? <Quiet lang={textLanguage(reason)}>{reason}</Quiet> : null}
    </>
  );
}

export function Decided({ decision, reason }: { decision: "HIDDEN" | "DISMISSED" | null; reason: string | null }) {
  const { t } = useLingui();
  return (
    <>
      <p>{decision === "HIDDEN" ? t`お知らせいただいた投稿を、見えなくしました。ありがとうございました。` : t`お知らせいただいた件を確かめました。今回は、そのまま残しました。`}</p>
      {reason ? <Quiet lang={textLanguage(reason)}>{reason}</Quiet> : null}
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

type ConnectionProps = { about: Extract<NonNullable<HomeNoticeFragment["about"]>, { __typename: "ConnectionAsked" | "ConnectionAccepted" }> };

export function OnAConnection({ about }: ConnectionProps) {
  const person = <Link href={paths.person(about.person.id)}>{about.person.name}</Link>;
  return <p>{about.__typename === "ConnectionAsked" ? <Trans>{person}さんから、つながりの申し込みが届いています。</Trans> : <Trans>{person}さんとつながりました。</Trans>}</p>;
}

type OnAPostProps = { about: Extract<NonNullable<HomeNoticeFragment["about"]>, { __typename: "OpportunityHidden" | "OpportunityRestored" }> };

export function OnAPost({ about }: OnAPostProps) {
  const title = <Link href={paths.opportunity(about.opportunity.id)}>{about.opportunity.title}</Link>;
  if (about.__typename === "OpportunityRestored") {
    return (
      <p>
        <Trans>{title}が、また見えるようになりました。</Trans>
      </p>
    );
  }
  return (
    <>
      <p>
        <Trans>運営者が{title}を見えなくしました。</Trans>
      </p>
      {about.reason ? <Quiet lang={textLanguage(about.reason)}>{about.reason}</Quiet> : null}
    </>
  );
}

type AcceptedProps = { about: Extract<NonNullable<HomeNoticeFragment["about"]>, { __typename: "CompanyAccepted" }> };

export function Accepted({ about }: AcceptedProps) {
  const company = <Link href={paths.company(about.company.id)}>{companyName(about.company)}</Link>;
  return (
    <p>
      <Trans>あなたが加えた会社が、{company}として登録されました。</Trans>
    </p>
  );
}

type MergedProps = { about: Extract<NonNullable<HomeNoticeFragment["about"]>, { __typename: "CompanyMerged" }> };

export function Merged({ about }: MergedProps) {
  const { mergedName } = about;
  const company = <Link href={paths.company(about.company.id)}>{companyName(about.company)}</Link>;
  return (
    <p>
      <Trans>
        「{mergedName}」は{company}にまとめられました。在籍歴はそのまま残っています。
      </Trans>
    </p>
  );
}
