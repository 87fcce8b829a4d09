/** The top of a person's page: reading and name, former name, one line, present position, and what the reader shares with them. */
import { useLingui } from "@lingui/react/macro";

import { type FragmentType, graphql, readFragment } from "~/gql/people";
import { companyName } from "~/lib/companies";
import { formatPeriod } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { availabilityWords } from "~/lib/words";
import { textLanguage } from "~/ui/language";
import { PersonName } from "~/ui/PersonName";
import { Facts, Quiet, Stack } from "~/ui/Text";

const HeadFragment = graphql(`
  fragment PersonHead on Person {
    id
    name
    reading
    photo {
      small
      large
    }
    availability
    languages {
      code
      name
    }
    links {
      url
      host
    }
    romanised
    formerName
    headline
    presentPosition
    place
    inCommon {
      from
      until
      company {
        id
        name
        nameEn
      }
    }
  }
`);

export function PersonHead(props: { person: FragmentType<typeof HeadFragment> }) {
  const { t, i18n } = useLingui();
  const language = activeLanguage();
  const person = readFragment(HeadFragment, props.person);
  const languages = person.languages.map(({ name }) => name).join(t`、`);
  const formerName = person.formerName ?? "";
  const position = person.presentPosition ?? "";
  const common = person.inCommon.map(({ company, from, until }) => {
    const name = companyName(company);
    if (!from) return t`${name}に在籍（時期はちがいます）`;
    const period = formatPeriod(from, until, language);
    return t`${name}に${period}、どちらも在籍`;
  });
  return (
    <Stack gap={4}>
      <PersonName name={person.name} plain={person.name} reading={person.reading ?? person.romanised} photo={person.photo?.large} size="large" as="h1">
        {formerName ? <Quiet>{t`在籍時のお名前：${formerName}`}</Quiet> : null}
      </PersonName>
      {person.headline ? <p lang={textLanguage(person.headline)}>{person.headline}</p> : null}
      <Facts
        facts={[
          ...(position ? [{ icon: "person" as const, text: t`現在：${position}` }] : []),
          ...(person.availability ? [{ icon: "clock" as const, text: i18n._(availabilityWords[person.availability]) }] : []),
          ...(languages ? [{ icon: "talk" as const, text: languages }] : []),
          ...(person.place ? [{ icon: "place" as const, text: person.place }] : []),
          ...common.map((text) => ({ icon: "people" as const, text: t`共通点：${text}` })),
          ...person.links.map(({ url, host }) => ({
            icon: "globe" as const,
            text: (
              <a href={url} rel="noopener noreferrer nofollow ugc" target="_blank">
                {host}
              </a>
            ),
          })),
        ]}
      />
    </Stack>
  );
}
