/** Writing an entry, new or changed; meanwhile one is told which of its words stand in other entries too. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/synonyms";
import { useSettled } from "~/lib/delayed";
import { useSubmission } from "~/lib/submission";
import { Button, Buttons } from "~/ui/Button";
import { FormProblem } from "~/ui/FormProblem";
import { TagField } from "~/ui/TagField";
import { Stack } from "~/ui/Text";

import { JoinedWords } from "./JoinedWords";

const MOST_WORDS = 20;

const Add = graphql(`
  mutation AddWords($input: AddSynonymInput!) {
    addSynonym(input: $input) {
      ... on SynonymAdded {
        synonym {
          id
          ...Entry
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

const Edit = graphql(`
  mutation EditWords($input: EditSynonymInput!) {
    editSynonym(input: $input) {
      ... on SynonymEdited {
        synonym {
          id
          ...Entry
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

const DraftQuery = graphql(`
  query TryDraft($draft: SynonymDraftInput!) {
    synonymTrial(text: "", draft: $draft) {
      joined {
        ...Joined
      }
    }
  }
`);

type Written = { id: string; version: string; words: readonly string[]; near: readonly string[] };

type EntryFormProps = {
  /** Null or left out: a new one. */
  entry?: Written;
  onDone: () => void;
  onClose: () => void;
  onOutdated?: () => void;
};

export function EntryForm({ entry, onDone, onClose, onOutdated }: EntryFormProps) {
  const { t } = useLingui();
  // What was read when the form was opened is what is replaced, whatever is read meanwhile.
  const [read] = useState(entry);
  const [words, setWords] = useState<readonly string[]>(entry?.words ?? []);
  const [near, setNear] = useState<readonly string[]>(entry?.near ?? []);
  const add = useSubmission(Add);
  const edit = useSubmission(Edit);
  const sending = read ? edit : add;
  const send = async () => {
    const said = { words: [...words], near: [...near] };
    const outcome = read ? await edit.send({ synonym: read.id, version: read.version, ...said }) : await add.send(said);
    if (outcome.ok) onDone();
    else if (outcome.problem.kind === "refused") onOutdated?.();
  };
  return (
    <Stack gap={4}>
      <TagField
        label={t`同じ意味の言葉`}
        hint={t`1つずつ書いて、Enterで加えます。「子ども」と「子供」のような表記の違いは、1つで足ります。`}
        values={words}
        onChange={setWords}
        limit={MOST_WORDS}
        error={sending.errorAt("words")}
      />
      <TagField
        label={t`近い言葉`}
        optional
        hint={t`上の言葉で見つかるものが少ないときに、あとに並びます。`}
        tone="outline"
        values={near}
        onChange={setNear}
        limit={MOST_WORDS}
        error={sending.errorAt("near")}
      />
      <DraftTrial words={words} near={near} {...(read ? { id: read.id } : {})} />
      <FormProblem problem={sending.problem} state={sending.state} placed={["words", "near"]} />
      <Buttons>
        <Button pending={sending.state !== "idle"} onClick={() => void send()}>
          {read ? t`変更する` : t`この内容で加える`}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t`戻る`}
        </Button>
      </Buttons>
    </Stack>
  );
}

function DraftTrial({ words, near, id }: { words: readonly string[]; near: readonly string[]; id?: string }) {
  const draft = useSettled(JSON.stringify({ words, near, synonym: id ?? null }));
  const variables = { draft: JSON.parse(draft) as { words: string[]; near: string[]; synonym: string | null } };
  const [{ data }] = useQuery({ query: DraftQuery, variables, pause: variables.draft.words.length === 0 });
  return variables.draft.words.length > 0 && data?.synonymTrial ? <JoinedWords joined={data.synonymTrial.joined} draft /> : null;
}
