/** What others look for just now, of one's own groups and companies first: for who has said too little for anything to fit. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { graphql } from "~/gql/welcome";
import { paths } from "~/lib/paths";
import { LinkButton } from "~/ui/Button";
import { Section } from "~/ui/Page";
import { Empty, Loading } from "~/ui/States";
import { Quiet } from "~/ui/Text";

import { Posts } from "./Posts";

const StartingQuery = graphql(`
  query HomeStartingPoints {
    viewer {
      id
      startingPoints(first: 4) {
        id
        ...HomePost
      }
    }
  }
`);

export function StartingPoints() {
  const { t } = useLingui();
  const [{ data, error }] = useQuery({ query: StartingQuery, requestPolicy: "cache-and-network" });
  const posts = data?.viewer?.startingPoints;
  if (!posts && !error) return <Loading cards={2} />;
  if (!posts || posts.length === 0) {
    return (
      <Section title={t`合いそうな募集`}>
        <Empty
          icon="post"
          title={t`いまは見つかりませんでした。`}
          action={
            <LinkButton href={paths.editProfile} variant="secondary">
              {t`プロフィールを書く`}
            </LinkButton>
          }
        >
          {t`お手伝いできることや探していることを書くと、合う募集がここに並びます。`}
        </Empty>
      </Section>
    );
  }
  return (
    <Section title={t`いま、声を待っている募集`} beside={<LinkButton href={paths.opportunities} variant="quiet">{t`募集をすべて見る`}</LinkButton>}>
      <Posts posts={posts} />
      <Quiet>{t`お手伝いできることや探していることを書くと、合う募集がここに並びます。`}</Quiet>
    </Section>
  );
}
