/** A person found: the card of every list of people, with the words that were looked for marked where they stand. */
import { useLingui } from "@lingui/react/macro";

import { type FragmentType, graphql, readFragment } from "~/gql/people";
import { companyName } from "~/lib/companies";
import { formatPeriod } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { verificationWords } from "~/lib/words";
import { PersonCard } from "~/ui/PersonCard";
import { Marked } from "~/ui/Text";

import { Why, elsewhere } from "./Why";

const PersonFragment = graphql(`
  fragment PersonFound on Person {
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

const HighlightsFragment = graphql(`
  fragment PersonHighlights on PersonEdge {
    highlights {
      field
      segments {
        text
        marked
      }
    }
  }
`);

type FoundProps = { person: FragmentType<typeof PersonFragment>; highlights: FragmentType<typeof HighlightsFragment> };

export function Found(props: FoundProps) {
  const { t, i18n } = useLingui();
  const language = activeLanguage();
  const person = readFragment(PersonFragment, props.person);
  const { highlights } = readFragment(HighlightsFragment, props.highlights);
  const marked = (field: string) => {
    const found = highlights.find((one) => one.field === field);
    return found ? <Marked segments={found.segments} /> : null;
  };
  const others = elsewhere(highlights);
  return (
    <PersonCard
      href={paths.person(person.id)}
      name={person.name}
      markedName={marked("name") ?? person.name}
      reading={person.reading}
      photo={person.photo?.small}
      headline={marked("headline") ?? person.headline}
      gives={{ label: t`お手伝いできること`, items: person.gives }}
      asks={{ label: t`探していること`, items: person.asks }}
      affiliations={person.affiliations.map(({ id, company, startedOn, endedOn, verification }) => ({
        id,
        text: `${companyName(company)} ${formatPeriod(startedOn, endedOn, language)}`,
        confirmed: verification === "SELF_DECLARED" ? undefined : i18n._(verificationWords[verification]),
      }))}
      why={others.length > 0 ? <Why found={others} /> : undefined}
    />
  );
}
