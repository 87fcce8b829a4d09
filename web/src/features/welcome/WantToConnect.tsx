/** Who asks to be connected with me: answered on their own page, where I see who they are. */
import { useLingui } from "@lingui/react/macro";
import { Link } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/welcome";
import { paths } from "~/lib/paths";
import { Buttons, LinkButton } from "~/ui/Button";
import { Card, CardList } from "~/ui/Card";
import { textLanguage } from "~/ui/language";
import { Section } from "~/ui/Page";
import { PersonName } from "~/ui/PersonName";
import { Quiet, Stack } from "~/ui/Text";

const AskingFragment = graphql(`
  fragment WantToConnect on Person {
    id
    name
    reading
    headline
    photo {
      small
      large
    }
    viewerConnection {
      state
      since
      note
    }
  }
`);

export function WantToConnect(props: { people: readonly FragmentType<typeof AskingFragment>[]; more: boolean }) {
  const { t } = useLingui();
  return (
    <Section title={t`つながりの申し込み`} beside={props.more ? <Link href={paths.connections}>{t`すべて見る`}</Link> : null}>
      <CardList>
        {readFragment(AskingFragment, props.people).map(({ id, name, reading, headline, photo, viewerConnection }) => {
          const note = viewerConnection?.note ?? "";
          return (
            <Card as="li" key={id}>
              <Stack gap={3}>
                <PersonName name={name} plain={name} reading={reading} photo={photo?.small} as="h3">
                  {headline ? <Quiet>{headline}</Quiet> : null}
                </PersonName>
                {note ? <p lang={textLanguage(note)}>{t`「${note}」`}</p> : null}
                <Buttons>
                  <LinkButton variant="secondary" href={paths.person(id)}>
                    {t`プロフィールを見て返事をする`}
                  </LinkButton>
                </Buttons>
              </Stack>
            </Card>
          );
        })}
      </CardList>
    </Section>
  );
}
