/** Who was at the company, or at what it was before and after, with the months of each: the best confirmed first. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/companies";
import { companyName } from "~/lib/companies";
import { formatPeriod } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { useViewer } from "~/lib/viewer";
import { verificationWords } from "~/lib/words";
import { CardList } from "~/ui/Card";
import { Section } from "~/ui/Page";
import { PersonCard } from "~/ui/PersonCard";
import { Quiet } from "~/ui/Text";

const PeopleFragment = graphql(`
  fragment CompanyPeople on Company {
    id
    people(first: 12) {
      totalCount
      edges {
        node {
          id
          name
          reading
          headline
          gives
          asks
          affiliations {
            id
            startedOn
            endedOn
            verification
            company {
              id
              name
              nameEn
            }
          }
        }
      }
    }
  }
`);

export function People(props: { company: FragmentType<typeof PeopleFragment> }) {
  const { t, i18n } = useLingui();
  const viewer = useViewer();
  const language = activeLanguage();
  const { id, people } = readFragment(PeopleFragment, props.company);
  if (people.edges.length === 0) {
    return (
      <Section title={t`ここにいた人`}>
        {viewer?.standing === "VERIFIED" ? (
          <Quiet>{t`見られるメンバーは、まだいません。`}</Quiet>
        ) : (
          <Quiet>
            <Trans>
              在籍歴が確認されると、ここにいた人が見られます。<Link href={paths.pending}>だれが確認するかを見る</Link>
            </Trans>
          </Quiet>
        )}
      </Section>
    );
  }
  const all = `${paths.people}?${new URLSearchParams([["companies", id]]).toString()}`;
  const total = people.totalCount;
  return (
    <Section title={t`ここにいた人`} beside={total > people.edges.length ? <Link href={all}>{t`${plural(total, { other: "#人" })}から探す`}</Link> : null}>
      <CardList>
        {people.edges.map(({ node: person }) => (
          <PersonCard
            key={person.id}
            href={paths.person(person.id)}
            name={person.name}
            reading={person.reading}
            headline={person.headline}
            gives={{ label: t`お手伝いできること`, items: person.gives }}
            asks={{ label: t`探していること`, items: person.asks }}
            affiliations={person.affiliations.map(({ id: key, company, startedOn, endedOn, verification }) => ({
              id: key,
              text: `${companyName(company)} ${formatPeriod(startedOn, endedOn, language)}`,
              confirmed: verification === "SELF_DECLARED" ? undefined : i18n._(verificationWords[verification]),
            }))}
          />
        ))}
      </CardList>
    </Section>
  );
}
