/** Everything the member takes part in: what waits for an answer first, then the rest by latest activity. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { graphql } from "~/gql/inbox";
import { usePages } from "~/lib/pages";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { Button, LinkButton } from "~/ui/Button";
import { CardList } from "~/ui/Card";
import { Page, Section } from "~/ui/Page";
import { Empty, ErrorState, Loading } from "~/ui/States";
import { Stack } from "~/ui/Text";

import { TalkCard } from "./TalkCard";

export const TalksQuery = graphql(`
  query Talks($waiting: Boolean!, $after: String) {
    viewer {
      id
      responses(waitingForViewer: $waiting, first: 20, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            ...TalkCard
          }
        }
      }
    }
  }
`);

export function TalksPage() {
  const { t } = useLingui();
  return (
    <Page title={t`やりとり`}>
      <Talks />
    </Page>
  );
}

/** Both lists; `current` is the talk that is open beside them. */
export function Talks({ current }: { current?: string }) {
  const { t } = useLingui();
  const [waiting, again] = useQuery({ query: TalksQuery, variables: { waiting: true, after: null }, requestPolicy: "cache-and-network" });
  const [others, othersAgain] = useQuery({ query: TalksQuery, variables: { waiting: false, after: null }, requestPolicy: "cache-and-network" });
  const error = waiting.error ?? others.error;
  const first = waiting.data?.viewer?.responses;
  const rest = others.data?.viewer?.responses;
  const retry = () => {
    again({ requestPolicy: "network-only" });
    othersAgain({ requestPolicy: "network-only" });
  };
  if (error && !(first && rest)) return <ErrorState errorId={errorIdOf(error)} onRetry={retry} />;
  if (!first || !rest) return <Loading />;
  const count = first.totalCount;
  if (count + rest.totalCount === 0)
    return (
      <Empty icon="talk" title={t`やりとりは、まだありません。`} action={<LinkButton href={paths.opportunities}>{t`募集を見る`}</LinkButton>}>
        {t`募集に手を挙げると、ここで直接話せます。`}
      </Empty>
    );
  return (
    <Stack gap={6}>
      {count > 0 ? (
        <Section title={t`お返事待ち（${count}件）`}>
          <TalkPages waiting current={current} />
        </Section>
      ) : null}
      {rest.totalCount > 0 ? (
        <Section title={count > 0 ? t`そのほか` : undefined}>
          <TalkPages waiting={false} current={current} />
        </Section>
      ) : null}
    </Stack>
  );
}

function TalkPages({ waiting, current }: { waiting: boolean; current: string | undefined }) {
  const { afters, more } = usePages(String(waiting));
  return (
    <Stack gap={4}>
      {afters.map((after, index) => (
        <TalkPage key={after ?? "first"} waiting={waiting} after={after} last={index === afters.length - 1} current={current} onMore={more} />
      ))}
    </Stack>
  );
}

type TalkPageProps = { waiting: boolean; after: string | null; last: boolean; current: string | undefined; onMore: (cursor: string | null | undefined) => void };

function TalkPage({ waiting, after, last, current, onMore }: TalkPageProps) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: TalksQuery, variables: { waiting, after } });
  const responses = data?.viewer?.responses;
  if (!responses) return <Loading cards={1} />;
  return (
    <>
      <CardList>
        {responses.edges.map(({ node }) => (
          <TalkCard key={node.id} response={node} waiting={waiting} current={node.id === current} />
        ))}
      </CardList>
      {last && responses.pageInfo.hasNextPage ? (
        <Button variant="secondary" wide onClick={() => onMore(responses.pageInfo.endCursor)}>{t`もっと見る`}</Button>
      ) : null}
    </>
  );
}
