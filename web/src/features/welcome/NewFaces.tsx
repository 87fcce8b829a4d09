/** People who came lately and share something with me. */
import { useLingui } from "@lingui/react/macro";
import { Link } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/welcome";
import { formatPeriod } from "~/lib/dates";
import { companyName } from "~/lib/companies";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { verificationWords } from "~/lib/words";
import { CardList } from "~/ui/Card";
import { Section } from "~/ui/Page";
import { PersonCard } from "~/ui/PersonCard";

const FaceFragment = graphql(`
  fragment NewFace on Person {
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
`);

export function NewFaces({ people }: { people: readonly FragmentType<typeof FaceFragment>[] }) {
  const { t, i18n } = useLingui();
  const language = activeLanguage();
  return (
    <Section title={t`新しい顔ぶれ`} beside={<Link href={paths.people}>{t`メンバーを探す`}</Link>}>
      <CardList>
        {readFragment(FaceFragment, people).map((person) => (
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
