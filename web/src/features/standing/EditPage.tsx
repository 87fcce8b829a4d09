/** A saved search as it stands, to be changed. */
import { useLingui } from "@lingui/react/macro";
import { useLocation } from "wouter";
import { useQuery } from "urql";

import { graphql, readFragment } from "~/gql/standing";
import { paths } from "~/lib/paths";
import { errorIdOf, useSubmission } from "~/lib/submission";
import { Page } from "~/ui/Page";
import { ErrorState, Loading, NotFound } from "~/ui/States";
import { useToast } from "~/ui/Toast";

import { SearchForm } from "./SearchForm";
import { type Search, SearchFragment, searchOf, sentFilter } from "./search";

const SearchQuery = graphql(`
  query SavedSearch($id: ID!) {
    node(id: $id) {
      ... on StandingQuery {
        id
        ...Search
      }
    }
  }
`);

const Edit = graphql(`
  mutation EditSearch($input: EditStandingQueryInput!) {
    editStandingQuery(input: $input) {
      ... on StandingQueryEdited {
        standingQuery {
          id
          ...Search
        }
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

export function EditPage({ params }: { params: Record<string, string> }) {
  const { t } = useLingui();
  const id = params.id ?? "";
  const edit = useSubmission(Edit);
  const say = useToast();
  const [, go] = useLocation();
  const [{ data, error }, again] = useQuery({ query: SearchQuery, variables: { id } });
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Loading />;
  if (data.node?.__typename !== "StandingQuery") return <NotFound />;
  const send = async (search: Search) => {
    const { name, channel } = search;
    if (!(await edit.send({ standingQuery: id, name, channel, filter: sentFilter(search) })).ok) return;
    say(t`変更しました。`);
    go(paths.searches, { replace: true });
  };
  return (
    <Page title={t`保存した条件を変える`} back={paths.searches} narrow>
      <SearchForm start={searchOf(readFragment(SearchFragment, data.node))} act={t`変更する`} sending={edit} onSend={(search) => void send(search)} />
    </Page>
  );
}
