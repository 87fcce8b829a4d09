/** Myself as the others see me: name, one line, what I give and look for; with a first step where that is still empty. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/profile";
import { paths } from "~/lib/paths";
import { Buttons, LinkButton } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { textLanguage } from "~/ui/language";
import { Notice } from "~/ui/Notice";
import { PersonName } from "~/ui/PersonName";
import { Tags } from "~/ui/Tag";
import { Quiet, Stack } from "~/ui/Text";

const SeenFragment = graphql(`
  fragment Seen on Person {
    id
    name
    reading
    headline
    presentPosition
    gives
    asks
  }
`);

export function Seen(props: { person: FragmentType<typeof SeenFragment>; newcomer: boolean }) {
  const { t } = useLingui();
  const { id, name, reading, headline, presentPosition, gives, asks } = readFragment(SeenFragment, props.person);
  const bare = gives.length + asks.length === 0;
  return (
    <Stack gap={4}>
      {props.newcomer ? (
        <Notice icon="clock" title={t`在籍歴の確認を待っています。`}>
          <p>
            <Trans>
              確認されるまで、あなたのプロフィールはほかのメンバーに見えません。<Link href={paths.pending}>だれが確認するかを見る</Link>
            </Trans>
          </p>
        </Notice>
      ) : null}
      <Card>
        <Stack gap={4}>
          <PersonName name={name} plain={name} reading={reading} size="large" as="h2">
            {presentPosition ? (
              <p lang={textLanguage(presentPosition)}>{presentPosition}</p>
            ) : null}
          </PersonName>
          {headline ? <p lang={textLanguage(headline)}>{headline}</p> : null}
          {gives.length > 0 ? <Given label={t`お手伝いできること`} items={gives} tone="bamboo" /> : null}
          {asks.length > 0 ? <Given label={t`探していること`} items={asks} tone="indigo" /> : null}
          {bare ? <Quiet>{t`お手伝いできることと探していることを書いておくと、合う募集がホームに並び、声がかかりやすくなります。`}</Quiet> : null}
          <Buttons>
            <LinkButton href={paths.editProfile} icon="edit" variant={bare ? "primary" : "secondary"}>
              {t`プロフィールを書く`}
            </LinkButton>
            <LinkButton href={paths.person(id)} variant="quiet" icon="eye">
              {t`見え方を確かめる`}
            </LinkButton>
          </Buttons>
        </Stack>
      </Card>
    </Stack>
  );
}

function Given({ label, items, tone }: { label: string; items: readonly string[]; tone: "bamboo" | "indigo" }) {
  return (
    <Stack gap={1}>
      <h3>{label}</h3>
      <Tags tone={tone} items={items} label={label} />
    </Stack>
  );
}
