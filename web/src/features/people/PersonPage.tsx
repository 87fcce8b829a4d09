/** A person: name, what we have in common, what they give and look for, then the career; their posts are the way to talk. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { graphql } from "~/gql/people";
import { useOpportunityTexts } from "~/lib/opportunityTexts";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { LinkButton } from "~/ui/Button";
import { CardList } from "~/ui/Card";
import { textLanguage } from "~/ui/language";
import { OpportunityCard } from "~/ui/OpportunityCard";
import { Page, Section } from "~/ui/Page";
import { ErrorState, Loading, NotFound } from "~/ui/States";
import { Tags } from "~/ui/Tag";
import { RichText, Stack } from "~/ui/Text";

import { Career } from "./Career";
import { Connecting } from "./Connecting";
import { GivesAndAsks } from "./GivesAndAsks";
import { PersonHead } from "./PersonHead";
import { PersonMenu } from "./PersonMenu";

const PersonQuery = graphql(`
  query Person($id: ID!) {
    person(id: $id) {
      id
      name
      bioHtml
      viewerIsThem
      skills {
        id
        name
      }
      ...PersonHead
      ...GivesAndAsks
      ...Career
      ...PersonMenu
      ...Connecting
      opportunities(first: 5) {
        edges {
          node {
            id
            kind
            direction
            title
            authorCompanies {
              id
              name
              nameEn
            }
            onBehalfOf
            place
            remote
            pay
            lastDay
            live
            closeReason
            fits
          }
        }
      }
    }
  }
`);

export function PersonPage({ params }: { params: Record<string, string> }) {
  const { t } = useLingui();
  const words = useOpportunityTexts();
  const [{ data, error }, again] = useQuery({ query: PersonQuery, variables: { id: params.id ?? "" } });
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Loading />;
  const person = data.person;
  if (!person) return <NotFound action={<LinkButton href={paths.people} variant="secondary">{t`メンバーを探す`}</LinkButton>} />;
  const posts = person.opportunities.edges.map(({ node }) => node);
  return (
    <Page title={person.name} heading={null} back={paths.people} backBeside={person.viewerIsThem ? null : <PersonMenu person={person} />}>
      <Stack gap={6}>
        <PersonHead person={person} />
        <Connecting person={person} />
        <GivesAndAsks person={person} />
        {posts.length > 0 ? (
          <Section title={t`いま出している募集`}>
            <CardList>
              {posts.map((post) => (
                <OpportunityCard key={post.id} {...words(post)} />
              ))}
            </CardList>
          </Section>
        ) : null}
        <Career person={person} />
        {person.skills.length > 0 ? (
          <Section title={t`スキル`}>
            <Tags items={person.skills.map(({ name }) => name)} label={t`スキル`} />
          </Section>
        ) : null}
        {person.bioHtml ? (
          <Section title={t`自己紹介`}>
            <RichText html={person.bioHtml} lang={textLanguage(person.bioHtml)} />
          </Section>
        ) : null}
        {person.viewerIsThem ? <LinkButton href={paths.editProfile} variant="secondary" icon="edit">{t`プロフィールを書き直す`}</LinkButton> : null}
      </Stack>
    </Page>
  );
}
