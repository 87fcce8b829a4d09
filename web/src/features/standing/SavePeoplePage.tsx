/** To save the filter over people that the address holds: what it is called; who came that meets it is told once a week. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";

import { graphql } from "~/gql/standing";
import { PEOPLE_SHAPE, peopleAddressOf, peopleFilterFor } from "~/lib/peopleFilter";
import { paths } from "~/lib/paths";
import { useTypedSearch } from "~/lib/search";
import { useSubmission } from "~/lib/submission";
import { Page } from "~/ui/Page";
import { useToast } from "~/ui/Toast";

import { PeopleForm } from "./PeopleForm";
import { type PeopleSearch, sentPeopleFilter } from "./search";

const SavePeople = graphql(`
  mutation SavePeople($input: SavePeopleQueryInput!) {
    savePeopleQuery(input: $input) {
      ... on StandingQuerySaved {
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

export function SavePeoplePage() {
  const { t } = useLingui();
  const save = useSubmission(SavePeople);
  const say = useToast();
  const [, go] = useLocation();
  const [chosen] = useTypedSearch(PEOPLE_SHAPE);
  const [start] = useState<PeopleSearch>(() => ({ ...peopleFilterFor(chosen), name: t`新しく参加した方` }));
  const send = async (search: PeopleSearch) => {
    if (!(await save.send({ name: search.name, filter: sentPeopleFilter(search) })).ok) return;
    say(t`条件を保存しました。新しく参加した方がいるときに、お知らせします。`);
    go(paths.searches, { replace: true });
  };
  return (
    <Page title={t`メンバーの条件を保存する`} back={paths.peopleWith(peopleAddressOf(start))} narrow>
      <PeopleForm start={start} act={t`保存する`} sending={save} onSend={(search) => void send(search)} />
    </Page>
  );
}
