/** The group that a join link leads to, before anything is asked: what it is, whose alumni, who runs it, who is there, a taste of its posts. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";

import { type FragmentType, graphql, readFragment } from "~/gql/joining";
import { companyName } from "~/lib/companies";
import { useOpportunityTexts } from "~/lib/opportunityTexts";
import { recognitionWords, runByWords } from "~/lib/words";
import { Card, CardList } from "~/ui/Card";
import { Fold } from "~/ui/Fold";
import { textLanguage } from "~/ui/language";
import { OpportunityCard } from "~/ui/OpportunityCard";
import { Section } from "~/ui/Page";
import { Tags } from "~/ui/Tag";
import { Quiet, Stack, Terms } from "~/ui/Text";

import style from "./Joining.module.css";

const GroupFirstFragment = graphql(`
  fragment GroupFirst on AlumniGroup {
    id
    description
    runBy
    recognition
    memberCount
    guidelines
    companies {
      id
      name
      nameEn
    }
    opportunities(first: 3) {
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
`);

/** Longer guidelines are folded: the form stays within reach. */
const LONG = 160;

export function GroupFirst(props: { group: FragmentType<typeof GroupFirstFragment> }) {
  const { t, i18n } = useLingui();
  const words = useOpportunityTexts();
  const { description, runBy, recognition, memberCount, guidelines, companies, opportunities } = readFragment(GroupFirstFragment, props.group);
  const members = memberCount ?? 0;
  const facts = [
    { key: "run", label: t`運営のかたち`, value: i18n._(runByWords[runBy]) },
    { key: "recognition", label: t`会社との関わり`, value: i18n._(recognitionWords[recognition]) },
    ...(members > 0 ? [{ key: "members", label: t`メンバー`, value: t`${plural(members, { other: "#人" })}` }] : []),
  ];
  const rules = guidelines ? (
    <p className={style.said} lang={textLanguage(guidelines)}>
      {guidelines}
    </p>
  ) : null;
  return (
    <>
      <Stack gap={4}>
        <Tags items={companies.map(companyName)} label={t`対象の会社・官公庁`} />
        {description ? (
          <p className={style.said} lang={textLanguage(description)}>
            {description}
          </p>
        ) : null}
        <Card>
          <Terms terms={facts} />
        </Card>
        {guidelines && guidelines.length > LONG ? <Fold title={t`ガイドライン`}>{rules}</Fold> : null}
      </Stack>
      {guidelines && guidelines.length <= LONG ? <Section title={t`ガイドライン`}>{rules}</Section> : null}
      {opportunities.edges.length > 0 ? (
        <Section title={t`いま出ている募集から`}>
          <CardList>
            {opportunities.edges.map(({ node }) => (
              <OpportunityCard key={node.id} {...words(node)} />
            ))}
          </CardList>
        </Section>
      ) : null}
      <Quiet>{t`会社の名前は、そこで働いたメンバーがいることを示すだけです。会社の推薦や後援を示すものではありません。`}</Quiet>
    </>
  );
}
