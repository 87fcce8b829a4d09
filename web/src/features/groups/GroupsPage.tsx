/** All alumni groups of this deployment: whose alumni, who runs them, how many are there. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { useQuery } from "urql";

import { graphql } from "~/gql/groups";
import { companyName } from "~/lib/companies";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { recognitionWords, runByWords } from "~/lib/words";
import { Card, CardList } from "~/ui/Card";
import { textLanguage } from "~/ui/language";
import { Page } from "~/ui/Page";
import { Empty, ErrorState, Loading } from "~/ui/States";
import { Tags } from "~/ui/Tag";
import { Quiet, Stack } from "~/ui/Text";

import { OwnProposals } from "./OwnProposals";

const GroupsQuery = graphql(`
  query Groups {
    viewer {
      id
      proposedGroups {
        id
        slug
        name
        nameEn
        state
      }
    }
    groups(first: 100) {
      edges {
        node {
          id
          slug
          name
          nameEn
          runBy
          recognition
          memberCount
          viewerIsMember
          companies {
            id
            name
            nameEn
          }
        }
      }
    }
  }
`);

export function GroupsPage() {
  const { t, i18n } = useLingui();
  const [{ data, error }, again] = useQuery({ query: GroupsQuery });
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Loading />;
  const groups = data.groups.edges.map(({ node }) => node);
  return (
    <Page title={t`アルムナイグループ`} lead={t`会社や官公庁を離れた人たちの集まりです。だれが運営し、会社がどう関わっているかを、それぞれに書いています。`}>
      {groups.length === 0 ? (
        <Empty title={t`まだグループはありません。`}>{t`事務局がグループを加えると、ここに並びます。`}</Empty>
      ) : (
        <CardList>
          {groups.map((group) => {
            const count = group.memberCount ?? 0;
            const facts = [
              i18n._(runByWords[group.runBy]),
              i18n._(recognitionWords[group.recognition]),
              count > 0 ? t`${plural(count, { other: "#人" })}` : "",
              group.viewerIsMember ? t`参加しています` : "",
            ];
            return (
              <Card key={group.id} as="li">
                <Stack gap={2}>
                  <h2>
                    <Link href={paths.group(group.slug)} lang={textLanguage(companyName(group))}>
                      {companyName(group)}
                    </Link>
                  </h2>
                  <Tags items={group.companies.map(companyName)} label={t`対象の会社・官公庁`} />
                  <Quiet>{facts.filter(Boolean).join(activeLanguage() === "ja" ? "・" : " · ")}</Quiet>
                </Stack>
              </Card>
            );
          })}
        </CardList>
      )}
      <OwnProposals groups={data.viewer?.proposedGroups ?? null} />
    </Page>
  );
}
