/** One alumni group: what it is, whose alumni, who runs it, who is there as far as one may see, what they post, and how one joins. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { useQuery } from "urql";

import { graphql } from "~/gql/groups";
import { companyName } from "~/lib/companies";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { useViewer } from "~/lib/viewer";
import { recognitionWords, roleWords, runByWords } from "~/lib/words";
import { LinkButton } from "~/ui/Button";
import { Card, CardList } from "~/ui/Card";
import { Notice } from "~/ui/Notice";
import { OpportunityCard } from "~/ui/OpportunityCard";
import { Page, Section } from "~/ui/Page";
import { Empty, ErrorState, Loading, NotFound } from "~/ui/States";
import { Tags } from "~/ui/Tag";
import { Quiet, Stack, Terms } from "~/ui/Text";

import { useOpportunityTexts } from "~/lib/opportunityTexts";

import { Contact } from "./Contact";
import { Operators } from "./Operators";
import { People } from "./People";

const GroupQuery = graphql(`
  query Group($slug: String!) {
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
      viewerIsMember
      companies {
        id
        name
        nameEn
      }
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
  const viewer = useViewer();
  const [{ data, error }, again] = useQuery({ query: GroupQuery, variables: { slug: params.slug ?? "" } });
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Loading />;
  const group = data.group;
  if (!group) return <NotFound action={<LinkButton href={paths.groups} variant="secondary">{t`アルムナイグループの一覧へ`}</LinkButton>} />;

  const companies = group.companies.map(companyName);
  const named = companies.join(activeLanguage() === "ja" ? "・" : ", ");
  const members = group.memberCount;
  const days = group.usualDays;
  const role = group.viewerRole ? i18n._(roleWords[group.viewerRole]) : "";
  const facts = [
    { key: "run", label: t`運営`, value: i18n._(runByWords[group.runBy]) },
    { key: "recognition", label: t`会社との関わり`, value: i18n._(recognitionWords[group.recognition]) },
    ...(members ? [{ key: "members", label: t`メンバー`, value: t`${members}人` }] : []),
    { key: "days", label: t`確認にかかる日数`, value: t`ふだん${days}日ほど` },
    ...(group.contact ? [{ key: "contact", label: t`連絡先`, value: <Contact given={group.contact} /> }] : []),
  ];
  return (
    <Page title={companyName(group)} back={paths.groups}>
      <Stack gap={5}>
        <Tags items={companies} label={t`出身企業・官公庁`} />
        {group.description ? <p>{group.description}</p> : null}
        <Card>
          <Stack gap={3}>
            <Terms terms={facts} />
            <Quiet>
              <Trans>会社の名前は、そこで働いたメンバーがいることを示すだけです。会社が推薦や後援をしているという意味ではありません。</Trans>
            </Quiet>
          </Stack>
        </Card>
        {group.viewerIsMember ? (
          <Notice tone="good" icon="check" title={t`このグループに参加しています。`}>
            {group.viewerRole ? (
              <p>
                {t`役割：${role}`} <Link href={paths.queue}>{t`運営のページへ`}</Link>
              </p>
            ) : null}
          </Notice>
        ) : (
          <Notice icon="people" title={t`参加するには`}>
            <p>
              {viewer ? (
                <Trans>
                  {named}にいた期間をプロフィールに登録してください。運営者が確認すると、このグループに参加できます。<Link href={paths.career}>在籍歴を登録する</Link>
                </Trans>
              ) : (
                <Trans>
                  {named}にいた方なら、どなたでも申し込めます。費用も義務もありません。<Link href={paths.join}>参加する（無料）</Link>
                </Trans>
              )}
            </p>
          </Notice>
        )}
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
