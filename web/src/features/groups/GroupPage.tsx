/** One alumni group: what it is, whose alumni, who runs it, who is there as far as one may see, what they post, and how one joins. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { useQuery } from "urql";

import { graphql } from "~/gql/groups";
import { companyName } from "~/lib/companies";
import { useOpportunityTexts } from "~/lib/opportunityTexts";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { recognitionWords, runByWords } from "~/lib/words";
import { LinkButton } from "~/ui/Button";
import { Card, CardList } from "~/ui/Card";
import { OpportunityCard } from "~/ui/OpportunityCard";
import { Page, Section } from "~/ui/Page";
import { Empty, ErrorState, Loading, NotFound } from "~/ui/States";
import { LinkTags } from "~/ui/Tag";
import { Quiet, Stack, Terms } from "~/ui/Text";

import { Applying } from "./Applying";
import { Belonging } from "./Belonging";
import { Contact } from "./Contact";
import { Operators } from "./Operators";
import { People } from "./People";

const GroupQuery = graphql(`
  query Group($slug: String!) {
    viewer {
      id
      person {
        id
        affiliations {
          id
          company {
            id
          }
        }
      }
    }
    group(slug: $slug) {
      id
      slug
      name
      nameEn
      description
      runBy
      recognition
      contact
      memberCount
      usualDays
      viewerRole
      companies {
        id
        name
        nameEn
      }
      ...Applying
      ...Belonging
      ...GroupOperators
      ...GroupPeople
      opportunities(first: 5) {
        edges {
          node {
            id
            kind
            direction
            title
            author {
              id
              name
            }
            authorCompanies {
              id
              name
              nameEn
            }
            onBehalfOf
            place
            remote
            pay
            lastDay
            live
            closeReason
            fits
          }
        }
      }
    }
  }
`);

export function GroupPage({ params }: { params: Record<string, string> }) {
  const { t, i18n } = useLingui();
  const words = useOpportunityTexts();
  const [{ data, error }, again] = useQuery({ query: GroupQuery, variables: { slug: params.slug ?? "" } });
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Loading />;
  const group = data.group;
  if (!group) return <NotFound action={<LinkButton href={paths.groups} variant="secondary">{t`アルムナイグループの一覧へ`}</LinkButton>} />;

  const companies = group.companies.map((one) => ({ key: one.id, text: companyName(one), href: paths.company(one.id) }));
  const members = group.memberCount;
  const days = group.usualDays;
  const gathered = new Set(group.companies.map(({ id }) => id));
  const told = data.viewer?.person.affiliations.some(({ company }) => gathered.has(company.id)) ?? false;
  const facts = [
    { key: "run", label: t`運営のかたち`, value: i18n._(runByWords[group.runBy]) },
    { key: "recognition", label: t`会社との関わり`, value: i18n._(recognitionWords[group.recognition]) },
    ...(members ? [{ key: "members", label: t`メンバー`, value: t`${members}人` }] : []),
    { key: "days", label: t`確認にかかる日数`, value: t`ふだん${days}日ほど` },
    ...(group.contact ? [{ key: "contact", label: t`グループの連絡先`, value: <Contact given={group.contact} /> }] : []),
  ];
  const runs = group.viewerRole === "OWNER" || group.viewerRole === "OPERATOR";
  return (
    <Page title={companyName(group)} back={paths.groups} beside={runs ? <Link href={paths.roster(group.slug)}>{t`名簿と招待`}</Link> : null}>
      <Stack gap={5}>
        <LinkTags items={companies} label={t`対象の会社・官公庁`} />
        {group.description ? <p>{group.description}</p> : null}
        <Card>
          <Stack gap={3}>
            <Terms terms={facts} />
            <Quiet>
              <Trans>会社の名前は、そこで働いたメンバーがいることを示すだけです。会社が推薦や後援をしているという意味ではありません。</Trans>
            </Quiet>
          </Stack>
        </Card>
        <Belonging group={group} />
        {data.viewer ? <Applying group={group} told={told} /> : null}
        <Operators group={group} />
        <Section title={t`募集`}>
          {group.opportunities.edges.length > 0 ? (
            <CardList>
              {group.opportunities.edges.map(({ node }) => (
                <OpportunityCard key={node.id} {...words(node)} />
              ))}
            </CardList>
          ) : (
            <Empty icon="post" title={t`このグループだけの募集は、いまありません。`}>
              <Link href={paths.opportunities}>{t`すべての募集を見る`}</Link>
            </Empty>
          )}
        </Section>
        <People group={group} />
      </Stack>
    </Page>
  );
}
