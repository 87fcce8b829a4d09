/** Today on the veranda: what waits for me, asks that fit, new faces, and then it ends. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "wouter";
import { useQuery } from "urql";

import { graphql } from "~/gql/welcome";
import { formatDay } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { useMember } from "~/lib/viewer";
import { CardList } from "~/ui/Card";
import { Notice } from "~/ui/Notice";
import { Page, Section } from "~/ui/Page";
import { SecondFactor } from "~/ui/asking/SecondFactor";
import { ErrorState, Loading } from "~/ui/States";

import { Applied } from "./Applied";
import { AskedOfMe } from "./AskedOfMe";
import { FirstDays } from "./FirstDays";
import { Fitting } from "./Fitting";
import { NewFaces } from "./NewFaces";
import { Notices } from "./Notices";
import { Waiting } from "./Waiting";
import { WantToConnect } from "./WantToConnect";

const HomeQuery = graphql(`
  query Home {
    askedConfirmations {
      id
      ...AskedOfMe
    }
    viewer {
      id
      standing
      isFresh
      applications {
        id
        ...Applied
      }
      responses(waitingForViewer: true, first: 5) {
        totalCount
        edges {
          node {
            id
            ...Waiting
          }
        }
      }
      connectionRequests(first: 3) {
        pageInfo {
          hasNextPage
        }
        edges {
          node {
            id
            ...WantToConnect
          }
        }
      }
      notices(first: 5) {
        edges {
          node {
            id
            read
            about {
              __typename
            }
            ...HomeNotice
          }
        }
      }
    }
  }
`);

export function HomePage() {
  const { t } = useLingui();
  const { needsSecondFactor } = useMember();
  const [{ data, error }, again] = useQuery({ query: HomeQuery, requestPolicy: "cache-and-network" });
  const [now] = useState(() => new Date().toISOString());
  const today = formatDay(now, activeLanguage());
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  const viewer = data?.viewer;
  if (!viewer) return <Loading />;

  const { responses, standing, connectionRequests } = viewer;
  const unread = viewer.notices.edges.filter(({ node }) => !node.read && node.about);
  const waiting = responses.totalCount;
  const newcomer = standing === "NEWCOMER";
  return (
    <Page title={t`今日の縁側`} lead={waiting > 0 ? t`${today}・お返事待ちが${plural(waiting, { other: "#件" })}あります` : today}>
      {needsSecondFactor ? <SecondFactor href={paths.signIns} /> : null}
      {newcomer ? (
        <Notice icon="clock" title={t`在籍歴の確認を待っています。`}>
          <p>
            <Trans>
              お待ちのあいだも、公開の募集を読めます。<Link href={paths.pending}>だれが確認するかを見る</Link>・<Link href={paths.career}>元同僚に確認をお願いする</Link>
            </Trans>
          </p>
        </Notice>
      ) : null}
      {unread.length > 0 ? <Notices notices={unread.map(({ node }) => node)} /> : null}
      <Applied applications={viewer.applications} newcomer={newcomer} />
      {data.askedConfirmations.length > 0 ? <AskedOfMe asked={data.askedConfirmations} /> : null}
      {connectionRequests.edges.length > 0 ? (
        <WantToConnect people={connectionRequests.edges.map(({ node }) => node)} more={connectionRequests.pageInfo.hasNextPage} />
      ) : null}
      {responses.edges.length > 0 ? (
        <Section title={t`お返事待ち`} beside={waiting > responses.edges.length ? <Link href={paths.inbox}>{t`すべて見る`}</Link> : null}>
          <CardList>
            {responses.edges.map(({ node }) => (
              <Waiting key={node.id} response={node} />
            ))}
          </CardList>
        </Section>
      ) : null}
      {viewer.isFresh ? <FirstDays /> : null}
      <Fitting />
      <NewFaces />
    </Page>
  );
}
