/** Whom I blocked, and taking it back; the section is there only when there is somebody. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { graphql } from "~/gql/privacy";
import { usePages } from "~/lib/pages";
import { useSubmission } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { FormProblem } from "~/ui/FormProblem";
import { Section } from "~/ui/Page";
import { Picked } from "~/ui/Picked";
import { Quiet, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

const BlockedQuery = graphql(`
  query Blocked($after: String) {
    viewer {
      id
      blocked(first: 20, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            name
          }
        }
      }
    }
  }
`);

const Unblock = graphql(`
  mutation Unblock($input: UnblockMemberInput!) {
    unblockMember(input: $input) {
      ... on MemberUnblocked {
        member
      }
      ... on Problem {
        message
        code
      }
      ... on Invalid {
        field
      }
    }
  }
`);

export function Blocked() {
  const { t } = useLingui();
  const { afters, more } = usePages("blocked");
  const [{ data }] = useQuery({ query: BlockedQuery, variables: { after: null }, requestPolicy: "cache-and-network" });
  if (!data?.viewer || data.viewer.blocked.edges.length === 0) return null;
  return (
    <Section title={t`ブロックしている人`}>
      <Card>
        <Stack gap={3}>
          <Quiet>{t`おたがいのプロフィールと募集が見えません。解除しても、相手に通知は届きません。`}</Quiet>
          {afters.map((after, index) => (
            <People key={after ?? "first"} after={after} last={index === afters.length - 1} onMore={more} />
          ))}
        </Stack>
      </Card>
    </Section>
  );
}

type PeopleProps = { after: string | null; last: boolean; onMore: (cursor: string | null | undefined) => void };

function People({ after, last, onMore }: PeopleProps) {
  const { t } = useLingui();
  const say = useToast();
  const unblock = useSubmission(Unblock);
  const [{ data }] = useQuery({ query: BlockedQuery, variables: { after } });
  const blocked = data?.viewer?.blocked;
  if (!blocked) return null;
  const free = async (member: string, name: string) => {
    if ((await unblock.send({ member })).ok) say(t`${name}さんのブロックを解除しました。`);
  };
  return (
    <>
      {blocked.edges.map(({ node: { id, name } }) => (
        <Picked
          key={id}
          name={name}
          act={t`解除する`}
          label={t`${name}さんのブロックを解除する`}
          pending={unblock.state !== "idle"}
          onAct={() => void free(id, name)}
        />
      ))}
      <FormProblem problem={unblock.problem} state={unblock.state} />
      {last && blocked.pageInfo.hasNextPage ? (
        <Button variant="secondary" onClick={() => onMore(blocked.pageInfo.endCursor)}>
          {t`もっと見る`}
        </Button>
      ) : null}
    </>
  );
}
