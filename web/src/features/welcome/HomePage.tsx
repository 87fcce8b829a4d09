/** Today on the veranda: what waits for me, asks that fit, new faces, and then it ends. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "wouter";
import { useQuery } from "urql";

import { graphql } from "~/gql/welcome";
import { formatDay } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { useOpportunityTexts } from "~/lib/opportunityTexts";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { LinkButton } from "~/ui/Button";
import { CardList } from "~/ui/Card";
import { Notice } from "~/ui/Notice";
import { OpportunityCard } from "~/ui/OpportunityCard";
import { Page, Section } from "~/ui/Page";
import { Empty, ErrorState, Loading } from "~/ui/States";
import { Quiet } from "~/ui/Text";

import { NewFaces } from "./NewFaces";
import { Notices } from "./Notices";
import { Waiting } from "./Waiting";

const HomeQuery = graphql(`
  query Home {
    viewer {
      id
      standing
      responses(waitingForViewer: true, first: 5) {
        totalCount
        edges {
          node {
            id
            ...Waiting
          }
        }
      }
      notices(first: 5) {
        edges {
          node {
            id
            read
            ...HomeNotice
          }
        }
      }
      fitting(first: 4) {
        edges {
          node {
            id
            kind
            direction
            title
            author {
              id
              name
            }
            authorCompanies {
              id
              name
              nameEn
            }
            onBehalfOf
            place
            remote
            pay
            lastDay
            live
            closeReason
            fits
          }
        }
      }
      newFaces(first: 3) {
        edges {
          node {
            id
            ...NewFace
          }
        }
      }
    }
  }
`);

export function HomePage() {
  const { t } = useLingui();
  const words = useOpportunityTexts();
  const [{ data, error }, again] = useQuery({ query: HomeQuery, requestPolicy: "cache-and-network" });
  const [now] = useState(() => new Date().toISOString());
  const today = formatDay(now, activeLanguage());
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  const viewer = data?.viewer;
  if (!viewer) return <Loading />;

  const { responses, fitting, newFaces, standing } = viewer;
  const unread = viewer.notices.edges.filter(({ node }) => !node.read);
  const waiting = responses.totalCount;
  const newcomer = standing === "NEWCOMER";
  return (
    <Page title={t`今日の縁側`} lead={waiting > 0 ? t`${today}・お返事待ちが${waiting}件あります` : today}>
      {newcomer ? (
        <Notice icon="clock" title={t`在籍歴の確認を待っています。`}>
          <p>
            <Trans>
              お待ちのあいだも、公開の募集を読めます。<Link href={paths.pending}>だれが確認するかを見る</Link>
            </Trans>
          </p>
        </Notice>
      ) : null}
      {unread.length > 0 ? <Notices notices={unread.map(({ node }) => node)} /> : null}
      {responses.edges.length > 0 ? (
        <Section title={t`お返事待ち`} beside={waiting > responses.edges.length ? <Link href={paths.inbox}>{t`すべて見る`}</Link> : null}>
          <CardList>
            {responses.edges.map(({ node }) => (
              <Waiting key={node.id} response={node} />
            ))}
          </CardList>
        </Section>
      ) : null}
      <Section title={t`合いそうな募集`}>
        {fitting.edges.length > 0 ? (
          <CardList>
            {fitting.edges.map(({ node }) => (
              <OpportunityCard key={node.id} {...words(node)} />
            ))}
          </CardList>
        ) : (
          <Empty icon="post" title={t`いまは見つかりませんでした。`} action={<LinkButton href={paths.editProfile} variant="secondary">{t`プロフィールを書く`}</LinkButton>}>
            {t`お手伝いできることや探していることを書くと、合う募集がここに並びます。`}
          </Empty>
        )}
        <Quiet>
          <Link href={paths.opportunities}>{t`募集をすべて見る`}</Link>
        </Quiet>
      </Section>
      {newFaces.edges.length > 0 ? <NewFaces people={newFaces.edges.map(({ node }) => node)} /> : null}
    </Page>
  );
}
