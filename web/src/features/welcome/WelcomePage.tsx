/** For who is not signed in: what this is and for whom, who is here, how one joins, and an honest answer about one's employer. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { useQuery } from "urql";

import { graphql } from "~/gql/welcome";
import { useOpportunityTexts } from "~/lib/opportunityTexts";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { Buttons, LinkButton } from "~/ui/Button";
import { Card, CardList } from "~/ui/Card";
import { OpportunityCard } from "~/ui/OpportunityCard";
import { Page, Section } from "~/ui/Page";
import { Empty, ErrorState, Loading } from "~/ui/States";
import { Quiet } from "~/ui/Text";

import { HowToJoin, Employer, WhoRuns } from "./Answers";
import { Here } from "./Here";
import style from "./WelcomePage.module.css";

const WelcomeQuery = graphql(`
  query Welcome {
    site {
      members
      opportunities
      operatedBy
      companies {
        id
        name
        nameEn
        kind
      }
    }
    opportunities(first: 4, order: NEWEST) {
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
        }
      }
    }
  }
`);

export function WelcomePage() {
  const { t } = useLingui();
  const words = useOpportunityTexts();
  const [{ data, error }, again] = useQuery({ query: WelcomeQuery });
  const posts = data?.opportunities.edges ?? [];
  return (
    <Page title={t`出身企業の枠を越えて、直接つながる`} heading={null} wide>
      <div className={style.welcome}>
        <section className={style.hero}>
          <h1 className={style.title} tabIndex={-1}>
            <Trans>
              出身企業の枠を越えて、
              <br />
              会社の卒業生どうしが
              <br />
              直接つながる場所。
            </Trans>
          </h1>
          <p className={style.lead}>{t`探す、募集を出す、一緒につくる。はじめての方とも直接、縁側に腰かけて話すように。`}</p>
          <Buttons>
            <LinkButton href={paths.join}>{t`参加する（無料）`}</LinkButton>
            <LinkButton href={paths.opportunities} variant="secondary">
              {t`公開の募集を見る`}
            </LinkButton>
          </Buttons>
          <Quiet>
            {t`参加は個人として。費用も義務もありません。`} <a href="#join">{t`参加条件と流れ`}</a>
          </Quiet>
        </section>
        {error && !data ? <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} /> : null}
        <div className={style.columns}>
          <div className={style.column}>
            {data ? <Here site={data.site} /> : <Loading cards={1} />}
            <Card>
              <Employer />
            </Card>
            <HowToJoin />
            {data ? <WhoRuns operatedBy={data.site.operatedBy} /> : null}
          </div>
          <Section title={t`公開されている募集`} beside={<Link href={paths.opportunities}>{t`すべて見る`}</Link>}>
            {data && posts.length === 0 ? <Empty icon="post" title={t`公開されている募集は、いまはありません。`} /> : null}
            {data ? (
              <CardList>
                {posts.map(({ node }) => (
                  <OpportunityCard key={node.id} {...words(node)} />
                ))}
              </CardList>
            ) : (
              <Loading />
            )}
          </Section>
        </div>
      </div>
    </Page>
  );
}
