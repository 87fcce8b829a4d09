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

import { PeopleForm } from "./PeopleForm";
import { SearchForm } from "./SearchForm";
import { type PeopleSearch, type Search, SearchFragment, peopleSearchOf, searchOf, sentFilter, sentPeopleFilter } from "./search";

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

const EditPeople = graphql(`
  mutation EditPeople($input: EditPeopleQueryInput!) {
    editPeopleQuery(input: $input) {
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
  const [{ data, error }, again] = useQuery({ query: SearchQuery, variables: { id } });
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Loading />;
  if (data.node?.__typename !== "StandingQuery") return <NotFound />;
  const search = readFragment(SearchFragment, data.node);
  return (
    <Page title={t`保存した条件を変える`} back={paths.searches} narrow>
      {search.about === "PEOPLE" ? <OfPeople id={id} start={peopleSearchOf(search)} /> : <OfPosts id={id} start={searchOf(search)} />}
    </Page>
  );
}

function useChanged(): () => void {
  const { t } = useLingui();
  const say = useToast();
  const [, go] = useLocation();
  return () => {
    say(t`変更しました。`);
    go(paths.searches, { replace: true });
  };
}

function OfPosts({ id, start }: { id: string; start: Search }) {
  const { t } = useLingui();
  const edit = useSubmission(Edit);
  const changed = useChanged();
  const send = async (search: Search) => {
    const { name, channel } = search;
    if ((await edit.send({ standingQuery: id, name, channel, filter: sentFilter(search) })).ok) changed();
  };
  return <SearchForm start={start} act={t`変更する`} sending={edit} onSend={(search) => void send(search)} />;
}

function OfPeople({ id, start }: { id: string; start: PeopleSearch }) {
  const { t } = useLingui();
  const edit = useSubmission(EditPeople);
  const changed = useChanged();
  const send = async (search: PeopleSearch) => {
    if ((await edit.send({ standingQuery: id, name: search.name, filter: sentPeopleFilter(search) })).ok) changed();
  };
  return <PeopleForm start={start} act={t`変更する`} sending={edit} onSend={(search) => void send(search)} />;
}
