/** What the page shows of an entry. */
import { type FragmentType, graphql } from "~/gql/synonyms";

export const EntryFragment = graphql(`
  fragment Entry on Synonym {
    id
    words
    near
    origin
    off
    version
  }
`);

export type EntryRef = FragmentType<typeof EntryFragment>;
