/** The operators' queue: a list of decisions, each with its evidence beside it and both answers under the thumb. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { graphql } from "~/gql/moderation";
import { usePages } from "~/lib/pages";
import { errorIdOf } from "~/lib/submission";
import { useMember } from "~/lib/viewer";
import { Button } from "~/ui/Button";
import { CardList } from "~/ui/Card";
import { Page } from "~/ui/Page";
import { Empty, ErrorState, Loading, NotFound } from "~/ui/States";
import { Tags } from "~/ui/Tag";
import { Quiet, Stack } from "~/ui/Text";

import { ToConfirm } from "./ToConfirm";
import { ToDecide } from "./ToDecide";
import { useQueueNews } from "./useQueueNews";

const QueueQuery = graphql(`
  query Queue($after: String) {
    viewer {
      id
      isSteward
      roles {
        role
        group {
          id
          slug
          name
        }
      }
      queue(first: 20, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ... on AffiliationToConfirm {
              id
              ...ToConfirm
            }
            ... on ReportToDecide {
              id
              ...ToDecide
            }
          }
        }
      }
    }
  }
`);

export function QueuePage() {
  const { t } = useLingui();
  const { operates } = useMember();
  const { afters, more } = usePages("queue");
  if (!operates) return <NotFound />;
  return (
    <Page title={t`運営`} lead={t`あなたが決めるものだけが、ここに並びます。ほかの運営者が決めると、ここから消えます。`}>
      <Stack gap={4}>
        {afters.map((after, index) => (
          <Decisions key={after ?? "first"} after={after} last={index === afters.length - 1} onMore={more} />
        ))}
        <Quiet>{t`見送りの理由は、グループの名前で届きます（担当者名は出ません）。利害関係のあるものは、ほかの運営者に回ります。`}</Quiet>
      </Stack>
    </Page>
  );
}

type DecisionsProps = { after: string | null; last: boolean; onMore: (cursor: string | null | undefined) => void };

function Decisions({ after, last, onMore }: DecisionsProps) {
  const { t } = useLingui();
  const [{ data, error, stale }, again] = useQuery({ query: QueueQuery, variables: { after }, requestPolicy: "cache-and-network" });
  const groups = data?.viewer?.roles.map(({ group }) => group) ?? [];
  useQueueNews(
    groups.map(({ id }) => id),
    data?.viewer?.isSteward ?? false,
    () => again({ requestPolicy: "network-only" }),
  );
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  const viewer = data?.viewer;
  if (!viewer) return <Loading />;
  const { edges, totalCount, pageInfo } = viewer.queue;
  if (after === null && edges.length === 0) {
    return (
      <Empty icon="check" title={t`いま決めるものはありません。`}>
        {t`新しい申請や通報が届くと、ここに出ます。おつかれさまです。`}
      </Empty>
    );
  }
  return (
    <Stack gap={4}>
      {after === null ? (
        <Stack gap={2}>
          {groups.length > 0 ? <Tags items={groups.map(({ name }) => name)} label={t`担当しているグループ`} /> : null}
          <p role="status">{t`${totalCount}件あります。`}</p>
        </Stack>
      ) : null}
      <CardList>
        {edges.map(({ node }) => (node.__typename === "AffiliationToConfirm" ? <ToConfirm key={node.id} item={node} /> : <ToDecide key={node.id} item={node} steward={viewer.isSteward} />))}
      </CardList>
      {last && pageInfo.hasNextPage ? (
        <Button variant="secondary" wide pending={stale} onClick={() => onMore(pageInfo.endCursor)}>
          {t`もっと見る`}
        </Button>
      ) : null}
    </Stack>
  );
}
