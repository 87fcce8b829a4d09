/** Words that stand in several entries: who looks for one finds what all of these say, which may be unrelated things. */
import { useLingui } from "@lingui/react/macro";

import { type FragmentType, graphql, readFragment } from "~/gql/synonyms";
import { Notice } from "~/ui/Notice";

const JoinedFragment = graphql(`
  fragment Joined on JoinedWord {
    word
    entries {
      id
      words
    }
  }
`);

/** `draft`: the entry that is being written stands beside those that are named. */
export function JoinedWords({ joined, draft = false }: { joined: readonly FragmentType<typeof JoinedFragment>[]; draft?: boolean }) {
  const { t } = useLingui();
  const words = joined.map((each) => readFragment(JoinedFragment, each));
  if (words.length === 0) return null;
  return (
    <Notice icon="search" role="status" title={draft ? t`ほかの項目にもある言葉です。探すと、どの項目のものも見つかります。` : t`いくつかの項目にある言葉です。探すと、どの項目のものも見つかります。`}>
      <ul>
        {words.map(({ word, entries }) => {
          const others = entries.map((entry) => entry.words.slice(0, 4).join("・")).join(" ／ ");
          return <li key={word}>{t`「${word}」：${others}`}</li>;
        })}
      </ul>
    </Notice>
  );
}
