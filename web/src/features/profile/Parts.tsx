/** My profile part by part, each changed where it stands: what I give and look for, how things are now, my names. */
import { useLingui } from "@lingui/react/macro";

import { type FragmentType, graphql, readFragment } from "~/gql/profile";
import { availabilityWords } from "~/lib/words";
import type { IconName } from "~/ui/Icon";
import { textLanguage } from "~/ui/language";
import { Tags } from "~/ui/Tag";
import { Facts, Quiet, RichText, Stack } from "~/ui/Text";

import { InPlace } from "./InPlace";

const PartsFragment = graphql(`
  fragment ProfileParts on Person {
    id
    reading
    romanised
    formerName
    headline
    presentPosition
    place
    bioHtml
    availability
    languages {
      code
      name
    }
    links {
      url
      host
    }
    gives
    asks
    skills {
      id
      name
    }
  }
`);

export function Parts(props: { person: FragmentType<typeof PartsFragment> }) {
  const { t, i18n } = useLingui();
  const person = readFragment(PartsFragment, props.person);
  const { gives, asks, skills, headline, bioHtml } = person;
  const fact = (icon: IconName, text: string | null) => (text ? [{ icon, text }] : []);
  const now = [
    ...fact("person", person.presentPosition),
    ...fact("clock", person.availability && i18n._(availabilityWords[person.availability])),
    ...fact("talk", person.languages.map(({ name }) => name).join(t`、`)),
    ...fact("place", person.place),
    ...person.links.flatMap(({ host }) => fact("globe", host)),
  ];
  const formerName = person.formerName ?? "";
  const names = [...fact("person", [person.reading, person.romanised].filter(Boolean).join(t`、`)), ...fact("people", formerName && t`在籍時のお名前：${formerName}`)];
  return (
    <>
      <InPlace part="exchange" title={t`できること、探していること`}>
        <Stack gap={4}>
          {gives.length > 0 ? <Given label={t`お手伝いできること`} items={gives} tone="bamboo" /> : null}
          {asks.length > 0 ? <Given label={t`探していること`} items={asks} tone="indigo" /> : null}
          {skills.length > 0 ? <Given label={t`スキル`} items={skills.map(({ name }) => name)} tone="wood" /> : null}
          {gives.length + asks.length + skills.length === 0 ? (
            <Quiet>{t`お手伝いできることと探していることを書いておくと、合う募集がホームに並び、声がかかりやすくなります。`}</Quiet>
          ) : null}
        </Stack>
      </InPlace>
      <InPlace part="present" title={t`いまのあなた`}>
        <Stack gap={4}>
          {headline ? <p lang={textLanguage(headline)}>{headline}</p> : null}
          {now.length > 0 ? <Facts facts={now} /> : null}
          {bioHtml ? <RichText html={bioHtml} lang={textLanguage(bioHtml)} /> : null}
          {headline || bioHtml || now.length > 0 ? null : <Quiet>{t`ひとこと紹介やいまのお仕事を書いておけます。`}</Quiet>}
        </Stack>
      </InPlace>
      <InPlace part="names" title={t`お名前と読み方`}>
        {names.length > 0 ? <Facts facts={names} /> : <Quiet>{t`よみがなや在籍時のお名前を書いておくと、昔の同僚が探しやすくなります。`}</Quiet>}
      </InPlace>
    </>
  );
}

function Given({ label, items, tone }: { label: string; items: readonly string[]; tone: "bamboo" | "indigo" | "wood" }) {
  return (
    <Stack gap={1}>
      <h3>{label}</h3>
      <Tags tone={tone} items={items} label={label} />
    </Stack>
  );
}
