/** What happened to my own things, told once: read when the reader says so. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/welcome";
import type { HomeNoticeFragment } from "~/gql/welcome/graphql";
import { companyName } from "~/lib/companies";
import { formatAgo } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { never } from "~/lib/never";
import { paths } from "~/lib/paths";
import { useSubmission } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { Card, CardList } from "~/ui/Card";
import { FormProblem } from "~/ui/FormProblem";
import { Section } from "~/ui/Page";
import { Quiet } from "~/ui/Text";
import { textLanguage } from "~/ui/language";

import { OnAGroup } from "./GroupNotice";
import { OnAMatch } from "./MatchNotice";
import { Accepted, Decided, Ended, Exported, Merged, OnAConnection, OnAPost } from "./NoticeParts";
import { Established, OnAnApplication } from "./NoticesOfGroups";
import { NoticeFragment } from "./notice";

const MarkRead = graphql(`
  mutation HomeNoticesRead($input: MarkNoticesReadInput!) {
    markNoticesRead(input: $input) {
      ... on NoticesRead {
        viewer {
          id
          unread {
            notices
          }
        }
      }
      ... on Problem {
        message
        code
      }
    }
  }
`);

export function Notices({ notices }: { notices: readonly FragmentType<typeof NoticeFragment>[] }) {
  const { t } = useLingui();
  const mark = useSubmission(MarkRead);
  const told = readFragment(NoticeFragment, notices).filter((notice) => notice.about);
  if (told.length === 0) return null;
  return (
    <Section
      title={t`お知らせ`}
      beside={
        <Button variant="quiet" pending={mark.state !== "idle"} onClick={() => void mark.send({})}>
          {t`確認しました`}
        </Button>
      }
    >
      <FormProblem problem={mark.problem} state={mark.state} />
      <CardList>
        {told.map((notice) =>
          notice.about ? (
            <Card as="li" key={notice.id}>
              <About about={notice.about} />
              <Quiet>{formatAgo(notice.at, activeLanguage())}</Quiet>
            </Card>
          ) : null,
        )}
      </CardList>
    </Section>
  );
}

function About({ about }: { about: NonNullable<HomeNoticeFragment["about"]> }) {
  switch (about.__typename) {
    case "AffiliationConfirmed":
      return <Established about={about} />;
    case "ApplicantAsked":
    case "ApplicationDecided":
      return <OnAnApplication about={about} />;
    case "AffiliationDeclined": {
      const company = companyName(about.affiliation.company);
      const { reason } = about;
      return (
        <>
          <p>
            <Trans>
              {company}の在籍歴は、今回は見送りになりました。<Link href={paths.career}>在籍歴を直す</Link>と、もう一度確認を受けられます。
            </Trans>
          </p>
          {reason ? <Quiet lang={textLanguage(reason)}>{reason}</Quiet> : null}
        </>
      );
    }
    case "AffiliationVouched": {
      const company = companyName(about.affiliation.company);
      return (
        <p>
          <Trans>
            {company}の元同僚が、あなたの在籍歴を確認しました。<Link href={paths.people}>メンバーを探せます</Link>。
          </Trans>
        </p>
      );
    }
    case "ConfirmationEnded":
      return <Ended about={about} />;
    case "ConnectionAsked":
    case "ConnectionAccepted":
      return <OnAConnection about={about} />;
    case "OpportunityHidden":
    case "OpportunityRestored":
      return <OnAPost about={about} />;
    case "CompanyAccepted":
      return <Accepted about={about} />;
    case "CompanyMerged":
      return <Merged about={about} />;
    case "ExportPrepared":
      return <Exported />;
    case "GroupAdmitted":
    case "GroupDeclined":
    case "GroupClosed":
    case "OwnershipEnded":
    case "RoleGranted":
    case "RoleEnded":
      return <OnAGroup about={about} />;
    case "StandingQueryMatched":
      return <OnAMatch about={about} />;
    case "ReportDecided":
      return <Decided decision={about.report.decision} reason={about.report.decisionReason} />;
    default:
      return never(about);
  }
}
