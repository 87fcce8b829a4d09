/** One page of the list, and what stands around it: how many, what was left out, and where those begin that are only near. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import type { OpportunitiesQuery as Page } from "~/gql/opportunities/graphql";
import { type ReadAs, nearFrom, readAsOf } from "~/lib/finding";
import { quoted } from "~/lib/language";
import { isNarrowed } from "~/lib/opportunityFilter";
import { errorIdOf } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { CardList } from "~/ui/Card";
import { Near } from "~/ui/Near";
import { StatusLine } from "~/ui/Notice";
import { SimplerSearch } from "~/ui/SimplerSearch";
import { ErrorState, Loading } from "~/ui/States";
import { Stack } from "~/ui/Text";

import { Listed } from "./Listed";
import style from "./Opportunities.module.css";
import { type Asked, OpportunitiesQuery, pageOf } from "./asked";

type PageProps = {
  asked: Asked;
  after: string | null;
  /** The page before this one, where there is one. */
  before: { after: string | null } | null;
  last: boolean;
  /** Stand elsewhere already, or have left. */
  without: ReadonlySet<string>;
  /** Whether anything stands above those that are only near. */
  line: boolean;
  onMore: (cursor: string | null | undefined) => void;
};

export function ResultsPage({ asked, after, before, last, without, line, onMore }: PageProps) {
  const { t } = useLingui();
  const [{ data, error, fetching, stale }, again] = useQuery({ query: OpportunitiesQuery, variables: pageOf(asked, after) });
  const [above] = useQuery({ query: OpportunitiesQuery, variables: pageOf(asked, before?.after ?? null), pause: before === null });
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Loading />;
  const { edges, pageInfo } = data.opportunities;
  const from = nearFrom(edges, before !== null && above.data?.opportunities.edges.at(-1)?.near === true);
  const shown = (some: Edges) => some.filter(({ node }) => !without.has(node.id));
  const near = from === null ? [] : shown(edges.slice(from));
  return (
    <Stack gap={4}>
      <Cards edges={shown(from === null ? edges : edges.slice(0, from))} />
      {line && near.length > 0 ? <Near>{t`ここからは、条件に近い募集です`}</Near> : null}
      <Cards edges={near} />
      {last && pageInfo.hasNextPage ? (
        <Button variant="secondary" wide pending={fetching || stale} onClick={() => onMore(pageInfo.endCursor)}>
          {t`もっと見る`}
        </Button>
      ) : null}
    </Stack>
  );
}

type Edges = Page["opportunities"]["edges"];

function Cards({ edges }: { edges: Edges }) {
  return edges.length > 0 ? (
    <CardList>
      {edges.map((edge) => (
        <Listed key={edge.node.id} opportunity={edge.node} fits={edge.node} highlights={edge} />
      ))}
    </CardList>
  ) : null;
}

type FoundProps = { asked: Asked; total: number; exact: number; dropped: readonly string[]; readAs: ReadAs; degraded: boolean };

/** How many there are, which words had to be left out, and which were taken for others. */
export function Found({ asked, total, exact, dropped, readAs, degraded }: FoundProps) {
  const { t } = useLingui();
  const words = quoted(dropped);
  const read = readAsOf(readAs);
  const { typed, meant } = read ?? {};
  return (
    <Stack gap={1}>
      <div aria-live="polite">
        <h2 className={style.count}>
          <Count asked={asked} total={total} exact={exact} corrected={read !== null && !words} />
        </h2>
      </div>
      {read && total > 0 ? <StatusLine icon="search">{t`${typed}は見つからなかったので、${meant}で探しました。`}</StatusLine> : null}
      {words && total > 0 && exact === 0 ? <StatusLine icon="search">{t`${words}を含む募集は見つからなかったので、残りの言葉で探しました。`}</StatusLine> : null}
      {degraded ? <SimplerSearch /> : null}
    </Stack>
  );
}

/** `corrected`: what was found has all of the words, as they were taken. */
function Count({ asked, total, exact, corrected }: { asked: Asked; total: number; exact: number; corrected: boolean }) {
  const { t } = useLingui();
  const near = total - exact;
  if (!isNarrowed(asked.filter)) return t`募集中：${plural(total, { other: "#件" })}`;
  if (near <= 0 || corrected) return t`${plural(total, { other: "#件" })}見つかりました`;
  if (exact <= 0) return t`ぴったり合う募集は、ありませんでした。条件に近い募集：${plural(near, { other: "#件" })}`;
  return t`${plural(exact, { other: "#件" })}見つかりました（ほかに、条件に近い募集：${plural(near, { other: "#件" })}）`;
}
