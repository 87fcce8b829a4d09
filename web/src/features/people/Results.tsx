/** One page of people found, and what stands around it: how many, what was left out, and a way on when there are none. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import type { PeopleQuery as Page } from "~/gql/people/graphql";
import { nearFrom, readAsOf } from "~/lib/finding";
import { quoted } from "~/lib/language";
import { isPeopleNarrowed } from "~/lib/peopleFilter";
import { errorIdOf } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { CardList } from "~/ui/Card";
import { Hidden } from "~/ui/Hidden";
import { Near } from "~/ui/Near";
import { StatusLine } from "~/ui/Notice";
import { SimplerSearch } from "~/ui/SimplerSearch";
import { Empty, ErrorState, Loading } from "~/ui/States";
import { Stack } from "~/ui/Text";

import { Found } from "./Found";
import { type Asked, CountsQuery, PeopleQuery } from "./asked";

type ResultsProps = {
  asked: Asked;
  after: string | null;
  /** The page before this one, where there is one. */
  before: { after: string | null } | null;
  last: boolean;
  onMore: (cursor: string | null | undefined) => void;
  onClear: () => void;
  onAll: () => void;
};
type People = Page["people"];

export function Results({ asked, after, before, last, onMore, onClear, onAll }: ResultsProps) {
  const { t } = useLingui();
  const [{ data, error, fetching, stale }, again] = useQuery({ query: PeopleQuery, variables: { ...asked, after } });
  const [above] = useQuery({ query: PeopleQuery, variables: { ...asked, after: before?.after ?? null }, pause: before === null });
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Loading />;
  const { edges, pageInfo, exactCount, degraded } = data.people;
  const narrowed = isPeopleNarrowed(asked.filter);
  const from = nearFrom(edges, before !== null && above.data?.people.edges.at(-1)?.near === true);
  return (
    <Stack gap={4}>
      {after === null ? <Count asked={asked} people={data.people} /> : null}
      {after === null && degraded ? <SimplerSearch /> : null}
      {edges.length === 0 && after === null ? (
        <Empty
          icon="search"
          title={t`まだ見つかりません。`}
          action={
            <Button variant="secondary" onClick={narrowed ? onClear : onAll}>
              {narrowed ? t`絞り込みをやめる` : t`すべてのメンバーを見る`}
            </Button>
          }
        >
          {t`言葉を短くしたり、ひらがなやローマ字で入力したりすると、見つかることがあります。`}
        </Empty>
      ) : (
        <>
          <div>
            {after === null ? (
              <h2>
                <Hidden>{t`見つかったメンバー`}</Hidden>
              </h2>
            ) : null}
            <Cards edges={from === null ? edges : edges.slice(0, from)} />
          </div>
          {from !== null && exactCount !== 0 ? <Near>{t`ここからは、条件に近い人です`}</Near> : null}
          <Cards edges={from === null ? [] : edges.slice(from)} />
        </>
      )}
      {last && pageInfo.hasNextPage ? (
        <Button variant="secondary" wide pending={fetching || stale} onClick={() => onMore(pageInfo.endCursor)}>
          {t`もっと見る`}
        </Button>
      ) : null}
    </Stack>
  );
}

function Cards({ edges }: { edges: People["edges"] }) {
  return edges.length > 0 ? (
    <CardList>
      {edges.map((edge) => (
        <Found key={edge.node.id} person={edge.node} highlights={edge} />
      ))}
    </CardList>
  ) : null;
}

/** How many there are, which words had to be left out, and which were taken for others. */
function Count({ asked: { text, filter }, people }: { asked: Asked; people: People }) {
  const { t } = useLingui();
  // Of very many the facets alone count all; nobody counts them for this line.
  const [{ data }] = useQuery({ query: CountsQuery, variables: { text, filter }, requestPolicy: "cache-only", pause: !people.atLeast });
  const { dropped, readAs } = people;
  const atLeast = people.atLeast && !data;
  const totalCount = (people.atLeast && data?.people.totalCount) || people.totalCount;
  if (totalCount === 0) return null;
  const words = quoted(dropped);
  const read = readAsOf(readAs);
  const { typed, meant } = read ?? {};
  const exact = people.exactCount === null || people.exactCount === people.totalCount ? totalCount : people.exactCount;
  const near = totalCount - exact;
  // What was found by corrected words has all of them.
  const all = near === 0 || (read !== null && !words);
  return (
    <>
      {all && !atLeast ? <StatusLine>{t`${plural(totalCount, { other: "#人" })}`}</StatusLine> : null}
      {all && atLeast ? <StatusLine>{t`${plural(totalCount, { other: "#人以上" })}`}</StatusLine> : null}
      {!all && exact === 0 && !atLeast ? <StatusLine>{t`ぴったり合う人は、見つかりませんでした。条件に近い人：${plural(near, { other: "#人" })}`}</StatusLine> : null}
      {!all && exact === 0 && atLeast ? <StatusLine>{t`ぴったり合う人は、見つかりませんでした。条件に近い人：${plural(near, { other: "#人以上" })}`}</StatusLine> : null}
      {!all && exact > 0 && !atLeast ? <StatusLine>{t`${plural(exact, { other: "#人" })}（ほかに、条件に近い人：${plural(near, { other: "#人" })}）`}</StatusLine> : null}
      {!all && exact > 0 && atLeast ? <StatusLine>{t`${plural(exact, { other: "#人" })}（ほかに、条件に近い人が多数）`}</StatusLine> : null}
      {read ? <StatusLine icon="search">{t`${typed}は見つからなかったので、${meant}で探しました。`}</StatusLine> : null}
      {words && exact === 0 ? <StatusLine icon="search">{t`${words}を含む人は見つからなかったので、残りの言葉で探しました。`}</StatusLine> : null}
    </>
  );
}
