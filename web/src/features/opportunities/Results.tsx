/** One page of the list, and what stands around it: how many, what was left out, and a way on when there are none. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { quoted } from "~/lib/language";
import { addressOf, isNarrowed } from "~/lib/opportunityFilter";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { useViewer } from "~/lib/viewer";
import { Button, Buttons, LinkButton } from "~/ui/Button";
import { CardList } from "~/ui/Card";
import { StatusLine } from "~/ui/Notice";
import { SimplerSearch } from "~/ui/SimplerSearch";
import { Empty, ErrorState, Loading } from "~/ui/States";
import { Stack } from "~/ui/Text";

import { Listed } from "./Listed";
import style from "./Opportunities.module.css";
import { type Asked, OpportunitiesQuery } from "./asked";

type PageProps = {
  asked: Asked;
  after: string | null;
  last: boolean;
  /** Stand elsewhere already, or have left. */
  without: ReadonlySet<string>;
  onMore: (cursor: string | null | undefined) => void;
};

export function ResultsPage({ asked, after, last, without, onMore }: PageProps) {
  const { t } = useLingui();
  const [{ data, error, fetching, stale }, again] = useQuery({ query: OpportunitiesQuery, variables: { ...asked, after } });
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Loading />;
  const { edges, pageInfo } = data.opportunities;
  const shown = edges.filter(({ node }) => !without.has(node.id));
  return (
    <Stack gap={4}>
      {shown.length > 0 ? (
        <CardList>
          {shown.map((edge) => (
            <Listed key={edge.node.id} opportunity={edge.node} highlights={edge} />
          ))}
        </CardList>
      ) : null}
      {last && pageInfo.hasNextPage ? (
        <Button variant="secondary" wide pending={fetching || stale} onClick={() => onMore(pageInfo.endCursor)}>
          {t`もっと見る`}
        </Button>
      ) : null}
    </Stack>
  );
}

/** How many there are, and which words had to be left out. */
export function Found({ asked, total, dropped, degraded }: { asked: Asked; total: number; dropped: readonly string[]; degraded: boolean }) {
  const { t } = useLingui();
  const words = quoted(dropped);
  return (
    <Stack gap={1}>
      <div aria-live="polite">
        <h2 className={style.count}>{isNarrowed(asked.filter) ? t`${plural(total, { other: "#件" })}見つかりました` : t`募集中：${plural(total, { other: "#件" })}`}</h2>
      </div>
      {words && total > 0 ? <StatusLine icon="search">{t`${words}を含む募集は見つからなかったので、残りの言葉で探しました。`}</StatusLine> : null}
      {degraded ? <SimplerSearch /> : null}
    </Stack>
  );
}

export function Nothing({ asked, onClear }: { asked: Asked; onClear: () => void }) {
  const { t } = useLingui();
  const viewer = useViewer();
  if (isNarrowed(asked.filter))
    return (
      <Empty icon="search" title={t`条件に合う募集は、いまはありません。`} action={<WaysOn asked={asked} onClear={onClear} />}>
        {t`言葉を短くしたり、条件を減らしたりすると見つかることがあります。`}
      </Empty>
    );
  const first = viewer ? <LinkButton href={paths.postOpportunity} icon="plus">{t`募集を出す`}</LinkButton> : <LinkButton href={paths.join}>{t`参加する（無料）`}</LinkButton>;
  return (
    <Empty icon="post" title={t`募集は、まだありません。`} action={first}>
      {t`探していること、お手伝いできることが、ここに並びます。`}
    </Empty>
  );
}

/** What is not there today may come: members can be told of it. */
function WaysOn({ asked, onClear }: { asked: Asked; onClear: () => void }) {
  const { t } = useLingui();
  const viewer = useViewer();
  return (
    <Buttons>
      {viewer ? <LinkButton href={paths.saveSearch(addressOf(asked.filter))} icon="bell">{t`届いたら知らせる`}</LinkButton> : null}
      <Button variant="secondary" onClick={onClear}>{t`条件をすべて外す`}</Button>
    </Buttons>
  );
}
