/** The prefectures and countries by which people and posts are narrowed, in the reader's language: read once, found by a part of their names. */
import { useQuery } from "urql";

import { graphql } from "~/gql/common";

import type { Choices } from "./picking";

const PlacesQuery = graphql(`
  query Places {
    places {
      code
      name
    }
  }
`);

type Place = { code: string; name: string };

/** The places of codes, in the order of the list; those of no place are left out. Null while they are looked up. */
export function usePlacesOf(codes: readonly string[]): readonly Place[] | null {
  const [{ data, fetching }] = useQuery({ query: PlacesQuery, pause: codes.length === 0 });
  if (codes.length > 0 && !data && fetching) return null;
  return (data?.places ?? []).filter(({ code }) => codes.includes(code));
}

/** What goes by what is typed. */
export function usePlaces(text: string): Choices {
  const typed = text.normalize("NFKC").trim().toLowerCase();
  const [{ data, fetching }] = useQuery({ query: PlacesQuery, pause: typed === "" });
  const found = typed === "" ? [] : (data?.places ?? []).filter(({ name }) => name.toLowerCase().includes(typed));
  return { candidates: found.slice(0, 8).map(({ code, name }) => ({ id: code, name })), loading: fetching };
}
