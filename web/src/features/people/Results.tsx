/** One page of people found, and what stands around it: how many, what was left out, and a way on when there are none. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { quoted } from "~/lib/language";
import { errorIdOf } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { CardList } from "~/ui/Card";
import { Hidden } from "~/ui/Hidden";
import { StatusLine } from "~/ui/Notice";
import { SimplerSearch } from "~/ui/SimplerSearch";
import { Empty, ErrorState, Loading } from "~/ui/States";
import { Stack } from "~/ui/Text";

import { Found } from "./Found";
import { type Asked, PeopleQuery } from "./asked";

type ResultsProps = { asked: Asked; after: string | null; last: boolean; onMore: (cursor: string | null | undefined) => void; onClear: () => void; onAll: () => void };

export function Results({ asked, after, last, onMore, onClear, onAll }: ResultsProps) {
  const { t } = useLingui();
  const [{ data, error, fetching, stale }, again] = useQuery({ query: PeopleQuery, variables: { ...asked, after } });
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Loading />;
  const { edges, totalCount, pageInfo, dropped, degraded } = data.people;
  const words = quoted(dropped);
  const narrowed = asked.filter.companies.length + asked.filter.skills.length + (asked.filter.verification ? 1 : 0) > 0;
  return (
    <Stack gap={4}>
      {after === null && totalCount > 0 ? <StatusLine>{t`${plural(totalCount, { other: "#人" })}`}</StatusLine> : null}
      {after === null && totalCount > 0 && dropped.length > 0 ? <StatusLine icon="search">{t`${words}を含む人は見つからなかったので、残りの言葉で探しました。`}</StatusLine> : null}
      {after === null && degraded ? <SimplerSearch /> : null}
      {edges.length === 0 ? (
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
        <div>
          {after === null ? (
            <h2>
              <Hidden>{t`見つかったメンバー`}</Hidden>
            </h2>
          ) : null}
          <CardList>
            {edges.map((edge) => (
              <Found key={edge.node.id} person={edge.node} highlights={edge} />
            ))}
          </CardList>
        </div>
      )}
      {last && pageInfo.hasNextPage ? (
        <Button variant="secondary" wide pending={fetching || stale} onClick={() => onMore(pageInfo.endCursor)}>
          {t`もっと見る`}
        </Button>
      ) : null}
    </Stack>
  );
}
