/** What somebody gives and what they look for, side by side in one card. */
import { useLingui } from "@lingui/react/macro";

import { type FragmentType, graphql, readFragment } from "~/gql/people";
import { Card } from "~/ui/Card";
import { Tags } from "~/ui/Tag";
import { Stack } from "~/ui/Text";

const GivesAndAsksFragment = graphql(`
  fragment GivesAndAsks on Person {
    id
    gives
    asks
  }
`);

export function GivesAndAsks(props: { person: FragmentType<typeof GivesAndAsksFragment> }) {
  const { t } = useLingui();
  const { gives, asks } = readFragment(GivesAndAsksFragment, props.person);
  if (gives.length + asks.length === 0) return null;
  return (
    <Card>
      <Stack gap={4}>
        {gives.length > 0 ? (
          <Stack gap={2}>
            <h2>{t`お手伝いできること`}</h2>
            <Tags tone="bamboo" items={gives} />
          </Stack>
        ) : null}
        {asks.length > 0 ? (
          <Stack gap={2}>
            <h2>{t`探していること`}</h2>
            <Tags tone="indigo" items={asks} />
          </Stack>
        ) : null}
      </Stack>
    </Card>
  );
}
