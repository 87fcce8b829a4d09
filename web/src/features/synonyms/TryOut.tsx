/** What a word would find: the words that it stands for, those that come after them, and whether it joins several entries. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/synonyms";
import { useSettled } from "~/lib/delayed";
import { errorIdOf } from "~/lib/submission";
import { TextField } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { StatusLine } from "~/ui/Notice";
import { Section } from "~/ui/Page";
import { Tags } from "~/ui/Tag";
import { Quiet, Stack } from "~/ui/Text";

import { JoinedWords } from "./JoinedWords";

const TryQuery = graphql(`
  query TryWord($text: String!) {
    synonymTrial(text: $text) {
      words {
        text
        needed
        same
        near
      }
      joined {
        ...Joined
      }
    }
  }
`);

export function TryOut() {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const settled = useSettled(text.trim());
  const [{ data, error }] = useQuery({ query: TryQuery, variables: { text: settled }, pause: settled === "", requestPolicy: "cache-and-network" });
  const trial = settled === "" ? null : data?.synonymTrial;
  return (
    <Section title={t`言葉を試す`}>
      <Stack gap={4}>
        <TextField label={t`探す言葉`} hint={t`検索の欄に入れるときと同じように書いてください。`} value={text} onChange={setText} autoComplete="off" />
        {error && !data ? <FormProblem problem={{ kind: "unexpected", errorId: errorIdOf(error) }} /> : null}
        {trial?.words.length === 0 ? <StatusLine>{t`検索の言葉になるものがありません。`}</StatusLine> : null}
        {trial?.words.map((word) => (
          <Tried key={word.text} word={word} />
        ))}
        {trial ? <JoinedWords joined={trial.joined} /> : null}
      </Stack>
    </Section>
  );
}

type Word = { text: string; needed: boolean; same: readonly string[]; near: readonly string[] };

function Tried({ word: { text, needed, same, near } }: { word: Word }) {
  const { t } = useLingui();
  return (
    <Stack gap={2}>
      <StatusLine icon="search">{same.length > 0 ? t`「${text}」で、次の言葉も見つかります。` : t`「${text}」と同じ意味の言葉は、登録されていません。`}</StatusLine>
      {same.length > 0 ? <Tags items={same} label={t`「${text}」と同じ意味の言葉`} /> : null}
      {near.length > 0 ? (
        <>
          <Quiet>{t`見つかるものが少ないときは、近い言葉のものがあとに並びます。`}</Quiet>
          <Tags items={near} tone="outline" label={t`「${text}」に近い言葉`} />
        </>
      ) : null}
      {needed ? null : <Quiet>{t`「${text}」は、なくても見つかります。あるものが先に並びます。`}</Quiet>}
    </Stack>
  );
}
