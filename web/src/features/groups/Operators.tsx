/** Who runs a group, for readers who may see names. */
import { useLingui } from "@lingui/react/macro";

import { type FragmentType, graphql, readFragment } from "~/gql/groups";
import { paths } from "~/lib/paths";
import { Card } from "~/ui/Card";
import { Section } from "~/ui/Page";
import { PersonName } from "~/ui/PersonName";
import { Stack } from "~/ui/Text";
import { textLanguage } from "~/ui/language";

const OperatorsFragment = graphql(`
  fragment GroupOperators on AlumniGroup {
    id
    operators {
      id
      name
      reading
      headline
    }
  }
`);

export function Operators(props: { group: FragmentType<typeof OperatorsFragment> }) {
  const { t } = useLingui();
  const { operators } = readFragment(OperatorsFragment, props.group);
  if (operators.length === 0) return null;
  return (
    <Section title={t`運営している人`}>
      <Card>
        <Stack gap={4}>
          {operators.map((person) => (
            <PersonName key={person.id} name={person.name} plain={person.name} reading={person.reading} href={paths.person(person.id)} as="h3">
              {person.headline ? <p lang={textLanguage(person.headline)}>{person.headline}</p> : null}
            </PersonName>
          ))}
        </Stack>
      </Card>
    </Section>
  );
}
