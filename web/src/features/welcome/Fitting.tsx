/** Opportunities that meet what I give, ask for or can do; read apart, so that what waits for me is there first. */
import { useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { useQuery } from "urql";

import { graphql } from "~/gql/welcome";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { Section } from "~/ui/Page";
import { ErrorState, Loading } from "~/ui/States";

import { Posts } from "./Posts";
import { StartingPoints } from "./StartingPoints";

const FittingQuery = graphql(`
  query HomeFitting {
    viewer {
      id
      fitting(first: 4) {
        edges {
          node {
            id
            ...HomePost
          }
        }
      }
    }
  }
`);

export function Fitting() {
  const { t } = useLingui();
  const [{ data, error }, again] = useQuery({ query: FittingQuery, requestPolicy: "cache-and-network" });
  const edges = data?.viewer?.fitting.edges;
  if (edges?.length === 0) return <StartingPoints />;
  return (
    <Section title={t`合いそうな募集`} beside={<Link href={paths.opportunities}>{t`募集をすべて見る`}</Link>}>
      {error && !data ? <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} /> : null}
      {!edges && !error ? <Loading cards={2} /> : null}
      {edges && edges.length > 0 ? <Posts posts={edges.map(({ node }) => node)} /> : null}
    </Section>
  );
}
