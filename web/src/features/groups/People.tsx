/** Members of a group whom the reader may see; read apart, so that what the group is is there first. */
import { useLingui } from "@lingui/react/macro";

import { Link } from "wouter";
import { useQuery } from "urql";

import { graphql } from "~/gql/groups";
import { companyName } from "~/lib/companies";
import { formatPeriod } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { verificationWords } from "~/lib/words";
import { CardList } from "~/ui/Card";
import { Section } from "~/ui/Page";
import { PersonCard } from "~/ui/PersonCard";

const PeopleQuery = graphql(`
  query GroupPeople($slug: String!) {
    group(slug: $slug) {
      id
      companies {
        id
      }
      people(first: 6) {
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
  }
`);

export function People({ slug }: { slug: string }) {
  const { t, i18n } = useLingui();
  const language = activeLanguage();
  const [{ data }] = useQuery({ query: PeopleQuery, variables: { slug } });
  const group = data?.group;
  if (!group) return null;
  const people = group.people.edges.map(({ node }) => node);
  const all = `${paths.people}?${new URLSearchParams(group.companies.map(({ id }) => ["companies", id])).toString()}`;
  if (people.length === 0) return null;
  return (
    <Section title={t`メンバー`} beside={<Link href={all}>{t`メンバーを探す`}</Link>}>
      <CardList>
        {people.map((person) => (
          <PersonCard
            key={person.id}
            href={paths.person(person.id)}
            name={person.name}
            reading={person.reading}
            headline={person.headline}
            gives={{ label: t`お手伝いできること`, items: person.gives }}
            asks={{ label: t`探していること`, items: person.asks }}
            affiliations={person.affiliations.map(({ id, company, startedOn, endedOn, verification }) => ({
              id,
              text: `${companyName(company)} ${formatPeriod(startedOn, endedOn, language)}`,
              confirmed: verification === "SELF_DECLARED" ? undefined : i18n._(verificationWords[verification]),
            }))}
          />
        ))}
      </CardList>
    </Section>
  );
}
