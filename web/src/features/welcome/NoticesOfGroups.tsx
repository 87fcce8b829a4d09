/** Notices about belonging: a time that was confirmed, and with it a group that one is in; an application that was asked about, or decided. */
import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";

import type { HomeNoticeFragment } from "~/gql/welcome/graphql";
import { companyName } from "~/lib/companies";
import { paths } from "~/lib/paths";
import { Quiet } from "~/ui/Text";
import { textLanguage } from "~/ui/language";

type About<Name> = Extract<NonNullable<HomeNoticeFragment["about"]>, { __typename: Name }>;

export function Established({ about: { affiliation, group } }: { about: About<"AffiliationConfirmed"> }) {
  const company = companyName(affiliation.company);
  if (group) {
    const place = <Link href={paths.group(group.slug)}>{companyName(group)}</Link>;
    return (
      <p>
        <Trans>
          {company}の在籍歴が確認され、{place}のメンバーになりました。<Link href={paths.people}>メンバーを探せます</Link>。
        </Trans>
      </p>
    );
  }
  return (
    <p>
      <Trans>
        {company}の在籍歴が確認されました。<Link href={paths.people}>メンバーを探せます</Link>。
      </Trans>
    </p>
  );
}

export function OnAnApplication({ about: { __typename, application } }: { about: About<"ApplicantAsked" | "ApplicationDecided"> }) {
  const group = <Link href={paths.group(application.group.slug)}>{companyName(application.group)}</Link>;
  if (__typename === "ApplicantAsked") {
    return (
      <p>
        {application.state === "WAITING" ? (
          <Trans>
            {group}から、参加の申し込みについて質問が届いています。<Link href={paths.pending}>質問を読む</Link>
          </Trans>
        ) : (
          <Trans>{group}から、参加の申し込みについて質問がありました。</Trans>
        )}
      </p>
    );
  }
  if (application.state === "APPROVED") {
    return (
      <p>
        <Trans>
          {group}への参加が承認されました。<Link href={paths.people}>メンバーを探せます</Link>。
        </Trans>
      </p>
    );
  }
  const reason = "reason" in application ? application.reason : null;
  return (
    <>
      <p>
        <Trans>
          {group}への参加は、今回は見送りになりました。<Link href={paths.pending}>理由と、これからできること</Link>
        </Trans>
      </p>
      {reason ? <Quiet lang={textLanguage(reason)}>{reason}</Quiet> : null}
    </>
  );
}
