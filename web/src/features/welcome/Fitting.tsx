/** Opportunities that meet what I give, ask for or can do; read apart, so that what waits for me is there first. */
import { useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { useQuery } from "urql";

import { graphql } from "~/gql/welcome";
import { useOpportunityTexts } from "~/lib/opportunityTexts";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { LinkButton } from "~/ui/Button";
import { CardList } from "~/ui/Card";
import { OpportunityCard } from "~/ui/OpportunityCard";
import { Section } from "~/ui/Page";
import { Empty, ErrorState, Loading } from "~/ui/States";

const FittingQuery = graphql(`
  query HomeFitting {
    viewer {
      id
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
    }
  }
`);

export function Fitting() {
  const { t } = useLingui();
  const words = useOpportunityTexts();
  const [{ data, error }, again] = useQuery({ query: FittingQuery, requestPolicy: "cache-and-network" });
  const edges = data?.viewer?.fitting.edges;
  return (
    <Section title={t`合いそうな募集`} beside={<Link href={paths.opportunities}>{t`募集をすべて見る`}</Link>}>
      {error && !data ? <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} /> : null}
      {!edges && !error ? <Loading cards={2} /> : null}
      {edges && edges.length > 0 ? (
        <CardList>
          {edges.map(({ node }) => (
            <OpportunityCard key={node.id} {...words(node)} />
          ))}
        </CardList>
      ) : null}
      {edges?.length === 0 ? (
        <Empty
          icon="post"
          title={t`いまは見つかりませんでした。`}
          action={
            <LinkButton href={paths.editProfile} variant="secondary">
              {t`プロフィールを書く`}
            </LinkButton>
          }
        >
          {t`お手伝いできることや探していることを書くと、合う募集がここに並びます。`}
        </Empty>
      ) : null}
    </Section>
  );
}
