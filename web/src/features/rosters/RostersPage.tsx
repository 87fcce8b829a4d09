/** A group's list, for who runs it: a file is brought, looked at, imported on a ground that is said, and its people are invited. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/rosters";
import { companyName } from "~/lib/companies";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { useMember } from "~/lib/viewer";
import { LinkButton } from "~/ui/Button";
import { Page } from "~/ui/Page";
import { ErrorState, Loading, NotFound } from "~/ui/States";
import { Stack } from "~/ui/Text";

import { Bring } from "./Bring";
import { Imports } from "./Imports";
import { Invite } from "./Invite";
import { Listed } from "./Listed";

const GroupQuery = graphql(`
  query RosterGroup($slug: String!) {
    group(slug: $slug) {
      id
      slug
      name
      nameEn
      companies {
        id
        name
        nameEn
      }
    }
  }
`);

const RosterQuery = graphql(`
  query Roster($group: ID!) {
    roster(group: $group) {
      ...RosterCounts
      ...RosterImports
    }
  }
`);

type Group = { id: string; slug: string; name: string; nameEn: string | null; companies: readonly { id: string; name: string; nameEn: string | null }[] };

export function RostersPage({ params }: { params: Record<string, string> }) {
  const { operates } = useMember();
  const [{ data, error }, again] = useQuery({ query: GroupQuery, variables: { slug: params.slug ?? "" } });
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Loading />;
  return data.group && operates ? <OfGroup group={data.group} /> : <Absent />;
}

function Absent() {
  const { t } = useLingui();
  return <NotFound action={<LinkButton href={paths.groups} variant="secondary">{t`アルムナイグループの一覧へ`}</LinkButton>} />;
}

function OfGroup({ group }: { group: Group }) {
  const { t } = useLingui();
  const [imports, setImports] = useState(0);
  const [{ data, error }, again] = useQuery({ query: RosterQuery, variables: { group: group.id }, requestPolicy: "cache-and-network" });
  if (data && !data.roster) return <Absent />;
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data?.roster) return <Loading />;
  const name = companyName(group);
  // What an import brought is on no page that was read before it.
  const readAnew = () => {
    setImports((before) => before + 1);
    again({ requestPolicy: "network-only" });
  };
  return (
    <Page
      title={t`名簿の取り込みと招待`}
      lead={t`${name}の名簿を取り込んで、招待のメールを送れます。取り込んだだけでは、代表と運営者のほかには見えず、メールも届きません。`}
      back={paths.group(group.slug)}
    >
      <Stack gap={8}>
        <Bring group={group.id} companies={group.companies.map(companyName)} onImported={readAnew} />
        <Invite group={group.id} roster={data.roster} />
        <Listed key={imports} group={group.id} />
        <Imports roster={data.roster} />
      </Stack>
    </Page>
  );
}
