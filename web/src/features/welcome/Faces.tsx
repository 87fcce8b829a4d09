/** People as cards: what they give and look for, and where they were. */
import { useLingui } from "@lingui/react/macro";

import { type FragmentType, graphql, readFragment } from "~/gql/welcome";
import { companyName } from "~/lib/companies";
import { formatPeriod } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { verificationWords } from "~/lib/words";
import { CardList } from "~/ui/Card";
import { PersonCard } from "~/ui/PersonCard";

const FaceFragment = graphql(`
  fragment Face on Person {
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
`);

export function Faces({ people }: { people: readonly FragmentType<typeof FaceFragment>[] }) {
  return (
    <CardList>
      {people.map((person) => {
        const { id } = readFragment(FaceFragment, person);
        return <Face key={id} person={person} />;
      })}
    </CardList>
  );
}

function Face(props: { person: FragmentType<typeof FaceFragment> }) {
  const { t, i18n } = useLingui();
  const person = readFragment(FaceFragment, props.person);
  return (
    <PersonCard
      href={paths.person(person.id)}
      name={person.name}
      reading={person.reading}
      photo={person.photo?.small}
      headline={person.headline}
      gives={{ label: t`お手伝いできること`, items: person.gives }}
      asks={{ label: t`探していること`, items: person.asks }}
      affiliations={person.affiliations.map(({ id, company, startedOn, endedOn, verification }) => ({
        id,
        text: `${companyName(company)} ${formatPeriod(startedOn, endedOn, activeLanguage())}`,
        confirmed: verification === "SELF_DECLARED" ? undefined : i18n._(verificationWords[verification]),
      }))}
    />
  );
}
