/** While one types: the company, the skill that the last word may mean, and the posts that have the words; people are the list itself. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { MouseEvent } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";

import { graphql } from "~/gql/people";
import { companyName, noteOf } from "~/lib/companies";
import { paths } from "~/lib/paths";
import { FilterChip, FilterChips } from "~/ui/Tag";
import { Quiet, Row, Stack } from "~/ui/Text";
import { textLanguage } from "~/ui/language";

import { withoutLast, lastOf } from "./typed";

const SuggestedQuery = graphql(`
  query Suggested($word: String!, $words: String!) {
    companies(text: $word, first: 3) {
      edges {
        matched
        node {
          id
          name
          nameEn
        }
      }
    }
    skills(text: $word, first: 3) {
      edges {
        node {
          id
          name
        }
      }
    }
    opportunities(filter: { text: $words }, first: 1) {
      totalCount
      atLeast
      dropped
    }
  }
`);

type Chosen = { q: string; companies: string[]; skills: string[] };
type SuggestedProps = { words: string; chosen: Chosen; onChange: (changed: Partial<Chosen>) => void };

export function Suggested({ words, chosen, onChange }: SuggestedProps) {
  const { t } = useLingui();
  const word = lastOf(words);
  const [{ data }] = useQuery({ query: SuggestedQuery, variables: { word, words }, pause: word === "" });
  if (word === "" || !data) return null;
  const companies = data.companies.edges.filter(({ node }) => !chosen.companies.includes(node.id));
  const skills = data.skills.edges.filter(({ node }) => !chosen.skills.includes(node.id));
  // Where words had to be left out, the posts are not about what was typed.
  const posts = data.opportunities.dropped.length > 0 ? 0 : data.opportunities.totalCount;
  const pick = (changed: Partial<Chosen>) => (event: MouseEvent<HTMLElement>) => {
    onChange({ q: withoutLast(chosen.q), ...changed });
    // The chip is gone; who came to it by the keyboard is brought back to the box.
    if (event.detail === 0) document.querySelector<HTMLElement>('input[type="search"]')?.focus();
  };
  if (companies.length === 0 && skills.length === 0 && posts === 0) return null;
  return (
    <Stack gap={2}>
      {companies.length > 0 ? (
        <Row>
          <Quiet>{t`出身の会社・官公庁`}</Quiet>
          <FilterChips label={t`この会社にいた方に絞り込む`}>
            {companies.map(({ node, matched }) => (
              <FilterChip key={node.id} onPress={pick({ companies: [...chosen.companies, node.id] })}>
                <span lang={textLanguage(companyName(node))}>{noteOf(companyName(node), matched)}</span>
              </FilterChip>
            ))}
          </FilterChips>
        </Row>
      ) : null}
      {skills.length > 0 ? (
        <Row>
          <Quiet>{t`スキル`}</Quiet>
          <FilterChips label={t`このスキルがある方に絞り込む`}>
            {skills.map(({ node }) => (
              <FilterChip key={node.id} onPress={pick({ skills: [...chosen.skills, node.id] })}>
                <span lang={textLanguage(node.name)}>{node.name}</span>
              </FilterChip>
            ))}
          </FilterChips>
        </Row>
      ) : null}
      {posts > 0 ? (
        <p>
          <Link href={`${paths.opportunities}?q=${encodeURIComponent(words)}`}>{data.opportunities.atLeast ? t`この言葉の募集も見る（${plural(posts, { other: "#件以上" })}）` : t`この言葉の募集も見る（${plural(posts, { other: "#件" })}）`}</Link>
        </p>
      ) : null}
    </Stack>
  );
}
