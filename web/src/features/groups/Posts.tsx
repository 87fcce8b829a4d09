/** What stands in a group just now; read apart, so that what the group is is there first. */
import { useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { useQuery } from "urql";

import { graphql } from "~/gql/groups";
import { useOpportunityTexts } from "~/lib/opportunityTexts";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { CardList } from "~/ui/Card";
import { OpportunityCard } from "~/ui/OpportunityCard";
import { Section } from "~/ui/Page";
import { Empty, ErrorState, Loading } from "~/ui/States";

const PostsQuery = graphql(`
  query GroupPosts($slug: String!) {
    group(slug: $slug) {
      id
      opportunities(first: 5) {
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

export function Posts({ slug }: { slug: string }) {
  const { t } = useLingui();
  const words = useOpportunityTexts();
  const [{ data, error }, again] = useQuery({ query: PostsQuery, variables: { slug } });
  const edges = data?.group?.opportunities.edges;
  return (
    <Section title={t`募集`}>
      {error && !data ? <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} /> : null}
      {!edges && !error ? <Loading cards={1} /> : null}
      {edges && edges.length > 0 ? (
        <CardList>
          {edges.map(({ node }) => (
            <OpportunityCard key={node.id} {...words(node)} />
          ))}
        </CardList>
      ) : null}
      {edges?.length === 0 ? (
        <Empty icon="post" title={t`このグループだけの募集は、いまありません。`}>
          <Link href={paths.opportunities}>{t`すべての募集を見る`}</Link>
        </Empty>
      ) : null}
    </Section>
  );
}
