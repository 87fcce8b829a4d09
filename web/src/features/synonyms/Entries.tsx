/** All entries, page by page, or those with a word in them; what stewards decided comes first. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/synonyms";
import { useSettled } from "~/lib/delayed";
import { usePages } from "~/lib/pages";
import { errorIdOf } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { CardList } from "~/ui/Card";
import { StatusLine } from "~/ui/Notice";
import { Section } from "~/ui/Page";
import { SearchBox } from "~/ui/SearchBox";
import { ErrorState } from "~/ui/States";
import { Stack } from "~/ui/Text";

import { EntryCard } from "./EntryCard";

const EntriesQuery = graphql(`
  query Entries($text: String, $after: String) {
    synonyms(first: 20, text: $text, after: $after) {
      totalCount
      edges {
        node {
          id
          ...Entry
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export function Entries() {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const settled = useSettled(text.trim());
  const { afters, more } = usePages(settled);
  return (
    <Section title={t`項目の一覧`}>
      <Stack gap={4}>
        <SearchBox value={text} onChange={setText} label={t`項目を探す`} placeholder={t`言葉で探す`} />
        <CardList label={t`項目の一覧`}>
          {afters.map((after, index) => (
            <Some key={after ?? "first"} text={settled} after={after} isLast={index === afters.length - 1} onMore={more} />
          ))}
        </CardList>
      </Stack>
    </Section>
  );
}

function Some({ text, after, isLast, onMore }: { text: string; after: string | null; isLast: boolean; onMore: (cursor: string | null) => void }) {
  const { t } = useLingui();
  const [{ data, error }, again] = useQuery({ query: EntriesQuery, variables: { text: text || null, after }, requestPolicy: "cache-and-network" });
  const entries = data?.synonyms;
  const read = () => again({ requestPolicy: "network-only" });
  if (error && !entries) {
    return (
      <li>
        <ErrorState errorId={errorIdOf(error)} onRetry={read} />
      </li>
    );
  }
  if (!entries) return null;
  const count = entries.totalCount;
  return (
    <>
      {after ? null : (
        <li>
          <StatusLine>{count === 0 ? t`この言葉の項目は、まだありません。` : t`${count}件`}</StatusLine>
        </li>
      )}
      {entries.edges.map(({ node }) => (
        <EntryCard key={node.id} entry={node} onOutdated={read} />
      ))}
      {isLast && entries.pageInfo.hasNextPage ? (
        <li>
          <Button variant="secondary" onClick={() => onMore(entries.pageInfo.endCursor)}>
            {t`もっと見る`}
          </Button>
        </li>
      ) : null}
    </>
  );
}
