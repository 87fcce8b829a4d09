/** An opportunity in full: who, under which terms, and the one thing to do about it; its author sees who responded. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { graphql } from "~/gql/opportunities";
import { formatDay, formatUntil } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { LinkButton } from "~/ui/Button";
import { Page } from "~/ui/Page";
import { ErrorState, Loading, NotFound } from "~/ui/States";
import { Quiet, RichText, Row, Stack } from "~/ui/Text";
import { textLanguage } from "~/ui/language";

import { Act } from "./Act";
import { Author } from "./Author";
import { OpportunityMenu } from "./OpportunityMenu";
import { OwnPost } from "./OwnPost";
import { Sheet } from "./Sheet";
import { Standing } from "./Standing";

const OpportunityQuery = graphql(`
  query Opportunity($id: ID!) {
    opportunity(id: $id) {
      id
      kind
      direction
      title
      body
      bodyHtml
      place
      remote
      lastDay
      live
      postedAt
      editedAt
      termsChangedAt
      viewerIsAuthor
      author {
        id
        ...PostAuthor
      }
      skills {
        id
        name
      }
      terms {
        key
        label
        value
      }
      ...Standing
      ...Act
      ...OpportunityMenu
      ...OwnPost
    }
  }
`);

export function OpportunityPage({ params }: { params: Record<string, string> }) {
  const { t } = useLingui();
  const language = activeLanguage();
  const id = params.id ?? "";
  const [{ data, error }, again] = useQuery({ query: OpportunityQuery, variables: { id }, requestPolicy: "cache-and-network" });
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Loading />;
  const { opportunity } = data;
  if (!opportunity) return <NotFound action={<LinkButton href={paths.opportunities} variant="secondary">{t`募集を見る`}</LinkButton>} />;

  const changed = formatDay(opportunity.termsChangedAt, language);
  const posted = formatDay(opportunity.postedAt, language);
  const edited = opportunity.editedAt ? formatDay(opportunity.editedAt, language) : "";
  const top = (
    <Row>
      {opportunity.live ? <span>{formatUntil(opportunity.lastDay, language)}</span> : null}
      <OpportunityMenu opportunity={opportunity} />
    </Row>
  );
  return (
    <Page title={opportunity.title} heading={null} back={paths.opportunities} backBeside={top}>
      <Stack gap={6}>
        <Standing opportunity={opportunity} />
        {opportunity.viewerIsAuthor ? <OwnPost opportunity={opportunity} /> : null}
        <Sheet
          kind={opportunity.kind}
          direction={opportunity.direction}
          title={opportunity.title}
          author={<Author author={opportunity.author} address={paths.opportunity(id)} />}
          terms={opportunity.terms}
          changed={t`条件の最終更新：${changed}`}
          body={<RichText html={opportunity.bodyHtml} lang={textLanguage(opportunity.body)} />}
          skills={opportunity.skills.map(({ name }) => name)}
          place={opportunity.place ?? null}
          remote={opportunity.remote}
        />
        <Quiet>
          {t`${posted}に投稿`}
          {edited ? t`・${edited}に書き直し` : null}
        </Quiet>
      </Stack>
      {opportunity.viewerIsAuthor ? null : <Act opportunity={opportunity} />}
    </Page>
  );
}
