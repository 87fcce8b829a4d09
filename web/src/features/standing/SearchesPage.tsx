/** What I saved: each search in words, how I am told, and what I can do with it. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { graphql } from "~/gql/standing";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { LinkButton } from "~/ui/Button";
import { CardList } from "~/ui/Card";
import { Page } from "~/ui/Page";
import { Empty, ErrorState, Loading } from "~/ui/States";

import { Saved } from "./Saved";

const SearchesQuery = graphql(`
  query SavedSearches {
    standingQueries(first: 100) {
      edges {
        node {
          id
          ...Search
        }
      }
    }
  }
`);

export function SearchesPage() {
  const { t } = useLingui();
  const [{ data, error }, again] = useQuery({ query: SearchesQuery, requestPolicy: "cache-and-network" });
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Loading />;
  const { edges } = data.standingQueries;
  const find = <LinkButton href={paths.opportunities} icon="search">{t`募集を探す`}</LinkButton>;
  return (
    <Page title={t`保存した条件`} lead={t`合うものが新しく出ると、お知らせが届きます。あなただけに見えます。`} back={paths.me} narrow>
      {edges.length > 0 ? (
        <CardList>
          {edges.map(({ node }) => (
            <Saved key={node.id} search={node} />
          ))}
        </CardList>
      ) : (
        <Empty icon="bell" title={t`保存した条件は、まだありません。`} action={find}>
          {t`募集のページで言葉や種類を選ぶと、その条件を保存できます。`}
        </Empty>
      )}
    </Page>
  );
}
