/** One company: its names, what came before and after it, who was there as far as one may see, what they ask and offer. No endorsement. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { Link, useLocation } from "wouter";
import { useQuery } from "urql";

import { graphql } from "~/gql/companies";
import { companyName } from "~/lib/companies";
import { activeLanguage } from "~/lib/language";
import { useOpportunityTexts } from "~/lib/opportunityTexts";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { useViewer } from "~/lib/viewer";
import { sizeWords } from "~/lib/words";
import { LinkButton } from "~/ui/Button";
import { Card, CardList } from "~/ui/Card";
import { OpportunityCard } from "~/ui/OpportunityCard";
import { Page, Section } from "~/ui/Page";
import { ErrorState, Loading, NotFound } from "~/ui/States";
import { LinkTags } from "~/ui/Tag";
import { Quiet, Stack, Terms } from "~/ui/Text";
import { textLanguage } from "~/ui/language";

import { People } from "./People";

const CompanyQuery = graphql(`
  query Company($id: ID!) {
    company(id: $id) {
      id
      name
      nameEn
      aliases
      formerNames
      size
      proposed
      memberCount
      industry {
        key
        name
      }
      predecessors {
        id
        name
        nameEn
      }
      successors {
        id
        name
        nameEn
      }
      groups {
        id
        slug
        name
        nameEn
      }
      ...CompanyPeople
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

export function CompanyPage({ params }: { params: Record<string, string> }) {
  const { t, i18n } = useLingui();
  const words = useOpportunityTexts();
  const viewer = useViewer();
  const [, navigate] = useLocation();
  const asked = params.id ?? "";
  const [{ data, error }, again] = useQuery({ query: CompanyQuery, variables: { id: asked }, requestPolicy: "cache-and-network" });
  const company = data?.company;
  const id = company?.id;
  // The address of a company that was merged leads to what it was merged into.
  useEffect(() => {
    if (id && id !== asked) navigate(paths.company(id), { replace: true });
  }, [id, asked, navigate]);
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Loading />;
  if (!company) return <NotFound action={<LinkButton href={paths.groups} variant="secondary">{t`アルムナイグループの一覧へ`}</LinkButton>} />;

  const and = activeLanguage() === "ja" ? "、" : ", ";
  const other = activeLanguage() === "ja" ? company.nameEn : company.name;
  const known = [...(other && other !== companyName(company) ? [other] : []), ...company.aliases];
  const members = company.memberCount;
  const facts = [
    ...(known.length > 0 ? [{ key: "known", label: t`別の呼び方`, value: known.join(and) }] : []),
    ...(company.formerNames.length > 0 ? [{ key: "former", label: t`以前の名前`, value: company.formerNames.join(and) }] : []),
    ...(company.industry ? [{ key: "industry", label: t`業種`, value: company.industry.name }] : []),
    ...(company.size ? [{ key: "size", label: t`会社の規模`, value: i18n._(sizeWords[company.size]) }] : []),
    ...(members ? [{ key: "members", label: t`ここにいたメンバー`, value: t`${plural(members, { other: "#人" })}` }] : []),
  ];
  const posts = company.opportunities.edges;
  const link = (one: { id: string; name: string; nameEn: string | null }) => ({ key: one.id, text: companyName(one), href: paths.company(one.id) });
  return (
    <Page title={companyName(company)} heading={<span lang={textLanguage(companyName(company))}>{companyName(company)}</span>}>
      <Stack gap={5}>
        <Card>
          <Stack gap={3}>
            {facts.length > 0 ? <Terms terms={facts} /> : null}
            {company.proposed ? <Quiet>{t`メンバーが加えた会社です。名前は事務局がこれから確かめます。`}</Quiet> : null}
            <Quiet>
              <Trans>会社の名前は、そこで働いたメンバーがいることを示すだけです。会社が推薦や後援をしているという意味ではありません。</Trans>
            </Quiet>
          </Stack>
        </Card>
        {company.predecessors.length > 0 ? (
          <Section title={t`前身`}>
            <LinkTags items={company.predecessors.map(link)} label={t`前身`} />
          </Section>
        ) : null}
        {company.successors.length > 0 ? (
          <Section title={t`その後の会社`}>
            <LinkTags items={company.successors.map(link)} label={t`その後の会社`} />
          </Section>
        ) : null}
        {company.groups.length > 0 ? (
          <Section title={t`アルムナイグループ`}>
            <LinkTags
              items={company.groups.map((group) => ({ key: group.id, text: companyName(group), href: paths.group(group.slug) }))}
              label={t`アルムナイグループ`}
            />
          </Section>
        ) : null}
        {posts.length > 0 ? (
          <Section title={t`ここにいた人の募集`}>
            <CardList>
              {posts.map(({ node }) => (
                <OpportunityCard key={node.id} {...words(node)} />
              ))}
            </CardList>
          </Section>
        ) : null}
        {viewer ? (
          <People company={company} />
        ) : (
          <Quiet>
            <Trans>
              ここにいた人は、在籍歴を確認したメンバーだけに見えます。<Link href={paths.signIn(paths.company(company.id))}>ログイン</Link>
            </Trans>
          </Quiet>
        )}
      </Stack>
    </Page>
  );
}
