/** What I posted, the latest first, live or ended. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { graphql } from "~/gql/profile";
import { useOpportunityTexts } from "~/lib/opportunityTexts";
import { usePages } from "~/lib/pages";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { Button, LinkButton } from "~/ui/Button";
import { CardList } from "~/ui/Card";
import { OpportunityCard } from "~/ui/OpportunityCard";
import { Section } from "~/ui/Page";
import { Empty, ErrorState, Loading } from "~/ui/States";
import { Stack } from "~/ui/Text";

const OwnPostsQuery = graphql(`
  query OwnPosts($after: String) {
    viewer {
      id
      opportunities(first: 5, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            kind
            direction
            title
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
  }
`);

export function OwnPosts() {
  const { t } = useLingui();
  const { afters, more } = usePages("own");
  return (
    <Section title={t`出した募集`}>
      <Stack gap={4}>
        {afters.map((after, index) => (
          <Posts key={after ?? "first"} after={after} last={index === afters.length - 1} onMore={more} />
        ))}
      </Stack>
    </Section>
  );
}

type PostsProps = { after: string | null; last: boolean; onMore: (cursor: string | null | undefined) => void };

function Posts({ after, last, onMore }: PostsProps) {
  const { t } = useLingui();
  const words = useOpportunityTexts();
  const [{ data, error, stale }, again] = useQuery({ query: OwnPostsQuery, variables: { after }, requestPolicy: "cache-and-network" });
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  const posts = data?.viewer?.opportunities;
  if (!posts) return <Loading cards={1} />;
  if (after === null && posts.edges.length === 0) {
    return (
      <Empty icon="post" title={t`まだ募集を出していません。`} action={<LinkButton href={paths.postOpportunity} variant="secondary" icon="plus">{t`募集を出す`}</LinkButton>}>
        {t`探していることも、お手伝いできることも、ここから出せます。`}
      </Empty>
    );
  }
  return (
    <>
      <CardList>
        {posts.edges.map(({ node }) => (
          <OpportunityCard key={node.id} {...words({ ...node, authorCompanies: [] })} />
        ))}
      </CardList>
      {last && posts.pageInfo.hasNextPage ? (
        <Button variant="secondary" wide pending={stale} onClick={() => onMore(posts.pageInfo.endCursor)}>
          {t`もっと見る`}
        </Button>
      ) : null}
    </>
  );
}
