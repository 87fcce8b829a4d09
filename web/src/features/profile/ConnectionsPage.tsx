/** With whom I am connected, and who asks; only I see it. Who asks is answered on their own page, where one sees who they are. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/profile";
import { useEndConnection } from "~/lib/connecting";
import { usePages } from "~/lib/pages";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { Button, LinkButton } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { EndConnectionDialog } from "~/ui/asking/EndConnectionDialog";
import { textLanguage } from "~/ui/language";
import { Page, Section } from "~/ui/Page";
import { PersonName } from "~/ui/PersonName";
import { Empty, ErrorState, Loading } from "~/ui/States";
import { Quiet, Row, Stack } from "~/ui/Text";

const ConnectionsQuery = graphql(`
  query Connections($after: String) {
    viewer {
      id
      connections(first: 20, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            name
            reading
            headline
            photo {
              small
              large
            }
          }
        }
      }
    }
  }
`);

const AskingQuery = graphql(`
  query ConnectionRequests($after: String) {
    viewer {
      id
      connectionRequests(first: 20, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            name
            reading
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
        }
      }
    }
  }
`);

export function ConnectionsPage() {
  const { t } = useLingui();
  const [{ data, error }, again] = useQuery({ query: ConnectionsQuery, variables: { after: null }, requestPolicy: "cache-and-network" });
  const { afters, more } = usePages("connections");
  const [ending, setEnding] = useState<{ id: string; name: string } | null>(null);
  const end = useEndConnection(ending?.id ?? "");
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data?.viewer) return <Loading />;
  const none = data.viewer.connections.edges.length === 0;
  return (
    <Page title={t`つながり`} lead={t`あなたのつながりの一覧は、あなただけに見えます。`} back={paths.me} narrow>
      <Stack gap={8}>
        <Asking />
        <Section title={t`つながりのある人`}>
          {none ? (
            <Empty icon="people" title={t`まだありません。`} action={<LinkButton href={paths.people} variant="secondary">{t`メンバーを探す`}</LinkButton>}>
              {t`人のページの「つながりを申し込む」から始められます。`}
            </Empty>
          ) : (
            <Card>
              <Stack gap={4}>
                {afters.map((after, index) => (
                  <Those key={after ?? "first"} after={after} last={index === afters.length - 1} onMore={more} onEnd={setEnding} />
                ))}
              </Stack>
            </Card>
          )}
        </Section>
      </Stack>
      <EndConnectionDialog name={ending?.name ?? ""} open={ending !== null} onClose={() => setEnding(null)} end={end} />
    </Page>
  );
}

type PageProps = { after: string | null; last: boolean; onMore: (cursor: string | null | undefined) => void };

function Those({ after, last, onMore, onEnd }: PageProps & { onEnd: (person: { id: string; name: string }) => void }) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: ConnectionsQuery, variables: { after } });
  const found = data?.viewer?.connections;
  if (!found) return null;
  return (
    <>
      {found.edges.map(({ node: { id, name, reading, headline, photo } }) => (
        <Row key={id} ends>
          <PersonName name={name} plain={name} reading={reading} photo={photo?.small} href={paths.person(id)} as="h3">
            {headline ? <Quiet>{headline}</Quiet> : null}
          </PersonName>
          <Button variant="quiet" aria-label={t`${name}さんとのつながりを解く`} onClick={() => onEnd({ id, name })}>
            {t`つながりを解く`}
          </Button>
        </Row>
      ))}
      <More last={last} page={found.pageInfo} onMore={onMore} />
    </>
  );
}

function Asking() {
  const { t } = useLingui();
  const { afters, more } = usePages("asking");
  const [{ data }] = useQuery({ query: AskingQuery, variables: { after: null }, requestPolicy: "cache-and-network" });
  if (!data?.viewer || data.viewer.connectionRequests.edges.length === 0) return null;
  return (
    <Section title={t`届いている申し込み`}>
      <Card>
        <Stack gap={4}>
          {afters.map((after, index) => (
            <Askers key={after ?? "first"} after={after} last={index === afters.length - 1} onMore={more} />
          ))}
        </Stack>
      </Card>
    </Section>
  );
}

function Askers({ after, last, onMore }: PageProps) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: AskingQuery, variables: { after } });
  const found = data?.viewer?.connectionRequests;
  if (!found) return null;
  return (
    <>
      {found.edges.map(({ node: { id, name, reading, photo, viewerConnection } }) => {
        const note = viewerConnection?.note ?? "";
        return (
          <Row key={id} ends>
            <PersonName name={name} plain={name} reading={reading} photo={photo?.small} href={paths.person(id)} as="h3">
              {note ? <p lang={textLanguage(note)}>{t`「${note}」`}</p> : null}
            </PersonName>
            <LinkButton variant="secondary" href={paths.person(id)}>{t`プロフィールを見て返事をする`}</LinkButton>
          </Row>
        );
      })}
      <More last={last} page={found.pageInfo} onMore={onMore} />
    </>
  );
}

function More({ last, page, onMore }: { last: boolean; page: { hasNextPage: boolean; endCursor: string | null }; onMore: PageProps["onMore"] }) {
  const { t } = useLingui();
  return last && page.hasNextPage ? (
    <Button variant="secondary" onClick={() => onMore(page.endCursor)}>
      {t`もっと見る`}
    </Button>
  ) : null;
}
