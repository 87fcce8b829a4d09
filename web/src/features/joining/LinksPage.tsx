/** A group's join links, for who runs it: one is made, copied with its text, and what came of each is seen. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/joining";
import { companyName } from "~/lib/companies";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { useMember } from "~/lib/viewer";
import { CardList } from "~/ui/Card";
import { Fold } from "~/ui/Fold";
import { Page, Section } from "~/ui/Page";
import { SecondFactor } from "~/ui/asking/SecondFactor";
import { Empty, ErrorState, Loading, NotFound } from "~/ui/States";
import { Quiet, Stack } from "~/ui/Text";

import { LinkCard } from "./LinkCard";
import { MakeLink } from "./MakeLink";

const LinksQuery = graphql(`
  query JoinLinks($slug: String!) {
    site {
      members
      companies {
        id
      }
    }
    group(slug: $slug) {
      id
      slug
      name
      nameEn
      usualDays
      questions
      memberCount
      viewerRole
      companies {
        id
        name
        nameEn
      }
      joinLinks {
        id
        ...LinkCard
      }
    }
  }
`);

/** Numbers below it are told to nobody (domain.md), in a text that everybody reads least of all. */
const FEWEST = 5;

export function LinksPage({ params }: { params: Record<string, string> }) {
  const { t } = useLingui();
  const { needsSecondFactor } = useMember();
  const [{ data, error }, again] = useQuery({ query: LinksQuery, variables: { slug: params.slug ?? "" }, requestPolicy: "cache-and-network" });
  const [fresh, setFresh] = useState<string | null>(null);
  const title = t`参加リンク`;
  if (needsSecondFactor) {
    return (
      <Page title={title} back={paths.queue}>
        <SecondFactor href={paths.signIns} />
      </Page>
    );
  }
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Loading />;
  const { group, site } = data;
  if (!group || (group.viewerRole !== "OWNER" && group.viewerRole !== "OPERATOR")) return <NotFound />;

  const { joinLinks, memberCount } = group;
  const about = {
    group,
    companies: group.companies,
    days: group.usualDays,
    members: memberCount !== null && memberCount >= FEWEST ? memberCount : null,
    everybody: site.members === null || site.companies.length < 2 ? null : { members: site.members, companies: site.companies.length },
  };
  const making = (
    <MakeLink
      group={group}
      onMade={(id) => {
        setFresh(id);
        again({ requestPolicy: "network-only" });
      }}
    />
  );
  return (
    <Page title={title} lead={companyName(group)} back={paths.queue} narrow>
      <Quiet>{t`Facebookグループなど、卒業生のいる場所に貼ってください。メールアドレスを集めなくても、一人ひとりが自分で申し込めます。`}</Quiet>
      {joinLinks.length === 0 ? <Section title={t`はじめてのリンクを作る`}>{making}</Section> : <Fold title={t`新しいリンクを作る`}>{making}</Fold>}
      <Section title={t`作ったリンク`}>
        {joinLinks.length === 0 ? (
          <Empty icon="send" title={t`まだリンクはありません。`}>
            {t`作ると、貼る文章と一緒にここに並びます。`}
          </Empty>
        ) : (
          <Stack gap={4}>
            <CardList>
              {joinLinks.map((link) => (
                <LinkCard key={link.id} link={link} about={about} fresh={link.id === fresh} />
              ))}
            </CardList>
          </Stack>
        )}
      </Section>
    </Page>
  );
}
