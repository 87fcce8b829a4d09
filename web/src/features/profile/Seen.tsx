/** Myself as the others see me: name, photo and one line. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/profile";
import { paths } from "~/lib/paths";
import { Buttons, LinkButton } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { textLanguage } from "~/ui/language";
import { Notice } from "~/ui/Notice";
import { PersonName } from "~/ui/PersonName";
import { Stack } from "~/ui/Text";

import { PhotoField } from "./PhotoField";

const SeenFragment = graphql(`
  fragment Seen on Person {
    id
    name
    reading
    headline
    presentPosition
    photo {
      small
      large
    }
    ...OwnPhoto
  }
`);

type SeenProps = { person: FragmentType<typeof SeenFragment>; newcomer: boolean; /** An application of theirs to a group waits. */ waits: boolean };

export function Seen(props: SeenProps) {
  const { t } = useLingui();
  const person = readFragment(SeenFragment, props.person);
  const { id, name, reading, headline, presentPosition } = person;
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
      {props.waits && !props.newcomer ? (
        <Notice icon="clock">
          <p>
            <Trans>
              グループへの参加を申し込んでいます。<Link href={paths.pending}>いまの状態を見る</Link>
            </Trans>
          </p>
        </Notice>
      ) : null}
      <Card>
        <Stack gap={4}>
          <PersonName name={name} plain={name} reading={reading} photo={person.photo?.large} size="large" as="h2">
            {presentPosition ? (
              <p lang={textLanguage(presentPosition)}>{presentPosition}</p>
            ) : null}
          </PersonName>
          <PhotoField person={person} />
          {headline ? <p lang={textLanguage(headline)}>{headline}</p> : null}
          <Buttons>
            <LinkButton href={paths.person(id)} variant="secondary" icon="eye">
              {t`見え方を確かめる`}
            </LinkButton>
          </Buttons>
        </Stack>
      </Card>
    </Stack>
  );
}
