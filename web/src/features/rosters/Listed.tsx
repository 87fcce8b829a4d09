/** Who stands on the list, page by page, and how far each is. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/rosters";
import type { EntryState } from "~/gql/rosters/graphql";
import { formatPeriod } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { usePages } from "~/lib/pages";
import { paths } from "~/lib/paths";
import { Button, LinkButton } from "~/ui/Button";
import { Card, CardList } from "~/ui/Card";
import { textLanguage } from "~/ui/language";
import { StatusLine } from "~/ui/Notice";
import { Section } from "~/ui/Page";
import { FilterChip, FilterChips } from "~/ui/Tag";
import { Quiet, Stack } from "~/ui/Text";

import { Remove } from "./Remove";
import { useStateWords } from "./states";

const STATES: readonly EntryState[] = ["WAITING", "INVITED", "BOUNCED", "ACCEPTED"];

const ListedQuery = graphql(`
  query Listed($group: ID!, $state: EntryState, $after: String) {
    roster(group: $group) {
      entries(first: 20, after: $after, state: $state) {
        edges {
          node {
            id
            email
            name
            startedOn
            endedOn
            state
            person {
              id
              name
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export function Listed({ group }: { group: string }) {
  const { t } = useLingui();
  const words = useStateWords();
  const [state, setState] = useState<EntryState | null>(null);
  const { afters, more } = usePages(state ?? "");
  return (
    <Section title={t`名簿の方`}>
      <Stack gap={4}>
        <FilterChips label={t`状態でしぼる`}>
          {STATES.map((each) => (
            <FilterChip key={each} pressed={state === each} onPress={() => setState(state === each ? null : each)}>
              {words[each]}
            </FilterChip>
          ))}
        </FilterChips>
        <CardList label={t`名簿の方`}>
          {afters.map((after, index) => (
            <Some key={after ?? "first"} group={group} state={state} after={after} isLast={index === afters.length - 1} onMore={more} />
          ))}
        </CardList>
      </Stack>
    </Section>
  );
}

type SomeProps = { group: string; state: EntryState | null; after: string | null; isLast: boolean; onMore: (cursor: string | null) => void };

function Some({ group, state, after, isLast, onMore }: SomeProps) {
  const { t } = useLingui();
  const words = useStateWords();
  const language = activeLanguage();
  const [{ data }] = useQuery({ query: ListedQuery, variables: { group, state, after }, requestPolicy: "cache-and-network" });
  const entries = data?.roster?.entries;
  if (!entries) return null;
  if (entries.edges.length === 0 && !after) {
    return (
      <li>
        <StatusLine>{state === null ? t`名簿には、まだだれもいません。` : t`この状態の方はいません。`}</StatusLine>
      </li>
    );
  }
  return (
    <>
      {entries.edges.map(({ node }) => (
        <Card as="li" key={node.id}>
          <Stack gap={1}>
            <strong lang={textLanguage(node.person?.name ?? node.name ?? "")}>
              {node.person ? <LinkButton href={paths.person(node.person.id)} variant="quiet">{node.person.name}</LinkButton> : (node.name ?? t`参加した方`)}
            </strong>
            <span>{node.email}</span>
            {node.startedOn ? <span>{formatPeriod(node.startedOn, node.endedOn, language)}</span> : null}
            <Quiet as="span">{words[node.state]}</Quiet>
            {node.state === "ACCEPTED" ? null : <Remove entry={node.id} name={node.name ?? node.email} />}
          </Stack>
        </Card>
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
