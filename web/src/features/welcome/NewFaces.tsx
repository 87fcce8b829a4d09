/** People who came lately; where there are none, nothing stands here. */
import { useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { useQuery } from "urql";

import { graphql } from "~/gql/welcome";
import { formatPeriod } from "~/lib/dates";
import { companyName } from "~/lib/companies";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { verificationWords } from "~/lib/words";
import { CardList } from "~/ui/Card";
import { Section } from "~/ui/Page";
import { PersonCard } from "~/ui/PersonCard";

const FacesQuery = graphql(`
  query HomeNewFaces {
    viewer {
      id
      newFaces(first: 3) {
        edges {
          node {
            id
            name
            reading
            photo {
              small
              large
            }
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

export function NewFaces() {
  const { t, i18n } = useLingui();
  const [{ data }] = useQuery({ query: FacesQuery, requestPolicy: "cache-and-network" });
  const people = data?.viewer?.newFaces.edges.map(({ node }) => node) ?? [];
  const language = activeLanguage();
  if (people.length === 0) return null;
  return (
    <Section title={t`新しい顔ぶれ`} beside={<Link href={paths.people}>{t`メンバーを探す`}</Link>}>
      <CardList>
        {people.map((person) => (
          <PersonCard
            key={person.id}
            href={paths.person(person.id)}
            name={person.name}
            reading={person.reading}
            photo={person.photo?.small}
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
