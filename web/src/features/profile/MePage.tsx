/** My own place: how others see me, my profile part by part, where I was, my posts, groups and connections, who sees me, and signing out. */
import { useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { useQuery } from "urql";

import { graphql } from "~/gql/profile";
import { companyName } from "~/lib/companies";
import { WIDE, useMedia } from "~/lib/media";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { Buttons, LinkButton } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { Page, Section } from "~/ui/Page";
import { Empty, ErrorState, Loading } from "~/ui/States";
import { Quiet, Stack } from "~/ui/Text";

import { Leaving } from "./Leaving";
import { NextStep } from "./NextStep";
import { OwnCareer } from "./OwnCareer";
import { OwnPosts } from "./OwnPosts";
import { Parts } from "./Parts";
import { Seen } from "./Seen";
import style from "./MePage.module.css";

const MeQuery = graphql(`
  query Me {
    viewer {
      id
      email
      standing
      applications {
        id
        state
      }
      person {
        id
        ...Seen
        ...OwnCareer
        ...ProfileParts
      }
      connectionRequests(first: 1) {
        edges {
          node {
            id
          }
        }
      }
      groups {
        id
        slug
        name
        nameEn
      }
    }
  }
`);

export function MePage() {
  const { t } = useLingui();
  const wide = useMedia(WIDE);
  const [{ data, error }, again] = useQuery({ query: MeQuery, requestPolicy: "cache-and-network" });
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  const viewer = data?.viewer;
  if (!viewer) return <Loading />;
  const { person, groups, email, standing, applications } = viewer;
  const asked = viewer.connectionRequests.edges.length > 0;
  return (
    <Page title={t`わたし`} aside={wide ? <Groups groups={groups} /> : null}>
      <Stack gap={8}>
        <Seen person={person} newcomer={standing === "NEWCOMER"} waits={applications.some(({ state }) => state === "WAITING")} />
        <NextStep />
        <Parts person={person} />
        <OwnCareer person={person} />
        <OwnPosts />
        {wide ? null : <Groups groups={groups} />}
        <Section title={t`つながり`}>
          <Card>
            <Stack gap={3}>
              <p>{asked ? t`つながりの申し込みが届いています。` : t`つながりのある人だけに見せる項目を、決められます。あなたのつながりの一覧は、あなただけに見えます。`}</p>
              <Buttons>
                <LinkButton href={paths.connections} variant="secondary" icon="people">
                  {t`つながりを見る`}
                </LinkButton>
              </Buttons>
            </Stack>
          </Card>
        </Section>
        <Section title={t`保存した条件`}>
          <Card>
            <Stack gap={3}>
              <p>{t`探している条件を保存しておくと、合う募集が出たときにお知らせが届きます。`}</p>
              <Buttons>
                <LinkButton href={paths.searches} variant="secondary" icon="bell">
                  {t`保存した条件を見る`}
                </LinkButton>
              </Buttons>
            </Stack>
          </Card>
        </Section>
        <Section title={t`あなたが見える人`}>
          <Card>
            <Stack gap={3}>
              <p>{t`項目ごとの見える人、見せない会社・人、ブロックしている人を決められます。ほかの人からの見え方も確かめられます。`}</p>
              <Buttons>
                <LinkButton href={paths.ownPrivacy} variant="secondary" icon="eye">
                  {t`見える人を決める`}
                </LinkButton>
              </Buttons>
            </Stack>
          </Card>
        </Section>
        <Leaving email={email} />
      </Stack>
    </Page>
  );
}

function Groups({ groups }: { groups: readonly { id: string; slug: string; name: string; nameEn: string | null }[] }) {
  const { t } = useLingui();
  return (
    <Section title={t`参加しているグループ`}>
      {groups.length > 0 ? (
        <Card>
          <ul className={style.groups}>
            {groups.map((group) => (
              <li key={group.id}>
                <Link href={paths.group(group.slug)}>{companyName(group)}</Link>
              </li>
            ))}
          </ul>
        </Card>
      ) : (
        <Empty icon="group" title={t`まだありません。`} action={<LinkButton href={paths.groups} variant="secondary">{t`グループを見る`}</LinkButton>}>
          {t`在籍歴が確認されると、その会社のグループに参加できます。`}
        </Empty>
      )}
      <Quiet>{t`やめたいときは、その会社の在籍歴を取り下げてください。`}</Quiet>
    </Section>
  );
}
