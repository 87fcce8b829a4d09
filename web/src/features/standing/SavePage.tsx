/** To save the filter that the address holds: what it is called, and how one is told of what meets it. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";

import { graphql } from "~/gql/standing";
import { type Filter, FILTER_SHAPE, addressOf, filterFor } from "~/lib/opportunityFilter";
import { paths } from "~/lib/paths";
import { usePlacesOf } from "~/lib/places";
import { useTypedSearch } from "~/lib/search";
import { useSubmission } from "~/lib/submission";
import { Page } from "~/ui/Page";
import { Loading } from "~/ui/States";
import { useToast } from "~/ui/Toast";

import { SearchForm } from "./SearchForm";
import { type Search, sentFilter } from "./search";
import { useDescribed } from "./useDescribed";

const Save = graphql(`
  mutation SaveSearch($input: SaveStandingQueryInput!) {
    saveStandingQuery(input: $input) {
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

export function SavePage() {
  const [chosen] = useTypedSearch(FILTER_SHAPE);
  const places = usePlacesOf(chosen.places);
  return places ? <Saving filter={filterFor(chosen, chosen.q)} places={places.map(({ name }) => name)} /> : <Loading />;
}

/** `places` are the names of those that the filter asks for. */
function Saving({ filter, places }: { filter: Filter; places: readonly string[] }) {
  const { t } = useLingui();
  const save = useSubmission(Save);
  const say = useToast();
  const [, go] = useLocation();
  const described = useDescribed();
  const [start] = useState<Search>(() => ({ ...filter, name: described(filter, places, []).join("・").slice(0, 60) || t`保存した条件`, channel: "LIVE" }));
  const send = async (search: Search) => {
    if (!(await save.send({ name: search.name, channel: search.channel, filter: sentFilter(search) })).ok) return;
    say(t`条件を保存しました。合う募集が出たら、お知らせします。`);
    go(paths.searches, { replace: true });
  };
  return (
    <Page title={t`条件を保存する`} lead={t`合う募集がこれから出たときに、お知らせします。`} back={paths.opportunitiesWith(addressOf(start))} narrow>
      <SearchForm start={start} act={t`保存する`} sending={save} onSend={(search) => void send(search)} />
    </Page>
  );
}
