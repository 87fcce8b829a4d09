/** The author's side of an opportunity: who responded, writing it anew, and closing it with a reason. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";

import { type FragmentType, graphql, readFragment } from "~/gql/opportunities";
import { usePages } from "~/lib/pages";
import { paths } from "~/lib/paths";
import { useInboxEvent } from "~/lib/realtime/inbox";
import { levelWords } from "~/lib/words";
import { Button, Buttons, LinkButton } from "~/ui/Button";
import { CardList } from "~/ui/Card";
import { Section } from "~/ui/Page";
import { Loading } from "~/ui/States";
import { Quiet, Stack } from "~/ui/Text";

import { CloseDialog } from "./CloseDialog";
import { Responded } from "./Responded";
import { nameOf } from "./form";

const OwnFragment = graphql(`
  fragment OwnPost on Opportunity {
    id
    title
    live
    closedAt
    audience
    groups {
      id
      name
    }
  }
`);

const ResponsesQuery = graphql(`
  query OpportunityResponses($id: ID!, $after: String) {
    opportunity(id: $id) {
      id
      exclusions {
        id
        company {
          id
          name
          nameEn
        }
        person {
          id
          name
        }
      }
      responses(first: 20, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            ...Responded
          }
        }
      }
    }
  }
`);

export function OwnPost(props: { opportunity: FragmentType<typeof OwnFragment> }) {
  const { t, i18n } = useLingui();
  const { id, title, live, closedAt, audience, groups } = readFragment(OwnFragment, props.opportunity);
  const [closing, setClosing] = useState(false);
  const { afters, more } = usePages(id);
  const [{ data }, again] = useQuery({ query: ResponsesQuery, variables: { id, after: null }, requestPolicy: "cache-and-network" });
  const count = data?.opportunity?.responses.totalCount ?? 0;
  const readers = audience === "CHOSEN_GROUPS" ? groups.map(({ name }) => name).join(t`・`) : i18n._(levelWords[audience]);
  const hidden = (data?.opportunity?.exclusions ?? []).map((one) => nameOf(one, t`いまは見えないメンバー`)).join(t`・`);
  useInboxEvent((event) => {
    if (event.__typename === "OpportunityResponded") again({ requestPolicy: "network-only" });
  });
  return (
    <Section title={count > 0 ? t`お返事（${count}件）` : t`お返事`}>
      <Stack gap={4}>
        {data?.opportunity && count === 0 ? (
          <p>{t`まだありません。手を挙げる人がいると、ここに並び、お知らせが届きます。`}</p>
        ) : null}
        {afters.map((after, index) => (
          <ResponsesPage key={after ?? "first"} id={id} after={after} last={index === afters.length - 1} onMore={more} />
        ))}
        <Quiet>{t`あなたの募集です。見られる人：${readers}`}</Quiet>
        {hidden ? <Quiet>{t`見せない会社・人：${hidden}`}</Quiet> : null}
        {live ? (
          <Buttons>
            <LinkButton href={paths.editOpportunity(id)} variant="secondary" icon="edit">{t`書き直す`}</LinkButton>
            <Button variant="quiet" onClick={() => setClosing(true)}>{t`締め切る`}</Button>
          </Buttons>
        ) : null}
      </Stack>
      {closedAt ? null : <CloseDialog id={id} title={title} count={count} open={closing} onClose={() => setClosing(false)} />}
    </Section>
  );
}

type PageProps = { id: string; after: string | null; last: boolean; onMore: (cursor: string | null | undefined) => void };

function ResponsesPage({ id, after, last, onMore }: PageProps) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: ResponsesQuery, variables: { id, after } });
  const responses = data?.opportunity?.responses;
  if (!responses) return <Loading cards={1} />;
  if (responses.edges.length === 0) return null;
  return (
    <>
      <CardList>
        {responses.edges.map(({ node }) => (
          <Responded key={node.id} response={node} />
        ))}
      </CardList>
      {last && responses.pageInfo.hasNextPage ? (
        <Button variant="secondary" wide onClick={() => onMore(responses.pageInfo.endCursor)}>{t`もっと見る`}</Button>
      ) : null}
    </>
  );
}
