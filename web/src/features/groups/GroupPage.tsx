/** One alumni group: what it is, whose alumni, who runs it, who is there as far as one may see, what they post, and how one joins. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { graphql } from "~/gql/groups";
import { companyName } from "~/lib/companies";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { recognitionWords, runByWords } from "~/lib/words";
import { LinkButton } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { Page, Section } from "~/ui/Page";
import { ErrorState, Loading, NotFound } from "~/ui/States";
import { textLanguage } from "~/ui/language";
import { LinkTags } from "~/ui/Tag";
import { Quiet, RichText, Stack, Terms } from "~/ui/Text";

import { Applying } from "./Applying";
import { Belonging } from "./Belonging";
import { Contact } from "./Contact";
import { Operators } from "./Operators";
import { OwnerMissing } from "./OwnerMissing";
import { People } from "./People";
import { Posts } from "./Posts";
import { Closed, ProposalState } from "./ProposalState";
import { Running } from "./Running";

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
      state
      closedAt
      closingReason
      guidelinesHtml
      viewerRole
      viewerMay
      lacksOwner
      companies {
        id
        name
        nameEn
      }
      ...Applying
      ...Belonging
      ...GroupOperators
    }
  }
`);

export function GroupPage({ params }: { params: Record<string, string> }) {
  const { t, i18n } = useLingui();
  const [{ data, error }, again] = useQuery({ query: GroupQuery, variables: { slug: params.slug ?? "" } });
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Loading />;
  const group = data.group;
  if (!group) return <NotFound action={<LinkButton href={paths.groups} variant="secondary">{t`アルムナイグループの一覧へ`}</LinkButton>} />;

  const companies = group.companies.map((one) => ({ key: one.id, text: companyName(one), href: paths.company(one.id) }));
  const going = group.state === "ADMITTED";
  const members = group.memberCount;
  const days = group.usualDays;
  const gathered = new Set(group.companies.map(({ id }) => id));
  const told = data.viewer?.person.affiliations.some(({ company }) => gathered.has(company.id)) ?? false;
  const facts = [
    { key: "run", label: t`運営のかたち`, value: i18n._(runByWords[group.runBy]) },
    { key: "recognition", label: t`会社との関わり`, value: i18n._(recognitionWords[group.recognition]) },
    ...(members ? [{ key: "members", label: t`メンバー`, value: t`${plural(members, { other: "#人" })}` }] : []),
    { key: "days", label: t`確認にかかる日数`, value: t`ふだん${days}日ほど` },
    ...(group.contact ? [{ key: "contact", label: t`グループの連絡先`, value: <Contact given={group.contact} /> }] : []),
  ];
  return (
    <Page title={companyName(group)} heading={<span lang={textLanguage(companyName(group))}>{companyName(group)}</span>} back={paths.groups} beside={<Running group={group} />}>
      <Stack gap={5}>
        {group.state === "CLOSED" ? <Closed at={group.closedAt} reason={group.closingReason} /> : null}
        {group.state === "PROPOSED" || group.state === "DECLINED" ? <ProposalState slug={group.slug} /> : null}
        {group.lacksOwner ? <OwnerMissing group={group} /> : null}
        <LinkTags items={companies} label={t`対象の会社・官公庁`} />
        {group.description ? <p lang={textLanguage(group.description)}>{group.description}</p> : null}
        <Card>
          <Stack gap={3}>
            <Terms terms={facts} />
            <Quiet>
              <Trans>会社の名前は、そこで働いたメンバーがいることを示すだけです。会社が推薦や後援をしているという意味ではありません。</Trans>
            </Quiet>
          </Stack>
        </Card>
        {going ? <Belonging group={group} /> : null}
        {going && data.viewer ? <Applying group={group} told={told} /> : null}
        {group.guidelinesHtml ? (
          <Section title={t`ガイドライン`}>
            <RichText html={group.guidelinesHtml} />
          </Section>
        ) : null}
        <Operators group={group} />
        {going ? <Posts slug={group.slug} /> : null}
        {going ? <People slug={group.slug} /> : null}
      </Stack>
    </Page>
  );
}
