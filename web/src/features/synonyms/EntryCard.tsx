/** One entry: its words, whose it is, and what can be done with it. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { graphql, readFragment } from "~/gql/synonyms";
import { type Problem, useSubmission } from "~/lib/submission";
import { Button, Buttons } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { Dialog } from "~/ui/Dialog";
import { FormProblem } from "~/ui/FormProblem";
import { Tag, Tags } from "~/ui/Tag";
import { Quiet, Row, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { EntryForm } from "./EntryForm";
import { EntryFragment, type EntryRef } from "./entry";

const Remove = graphql(`
  mutation RemoveWords($input: RemoveSynonymInput!) {
    removeSynonym(input: $input) {
      ... on SynonymRemoved {
        removedId
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

const Restore = graphql(`
  mutation RestoreWords($input: RestoreSynonymInput!) {
    restoreSynonym(input: $input) {
      ... on SynonymRestored {
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

/** Somebody else was first: the entry is read again. */
const isOutdated = (problem: Problem) => problem.kind === "refused" && (problem.name === "Conflict" || problem.name === "NotFound");

export function EntryCard({ entry, onOutdated }: { entry: EntryRef; onOutdated: () => void }) {
  const { t } = useLingui();
  const say = useToast();
  const { id, words, near, origin, off, version } = readFragment(EntryFragment, entry);
  const [editing, setEditing] = useState(false);
  const [first = ""] = words;
  const state = off ? t`使っていません` : origin === "ADDED" ? t`事務局が加えました` : origin === "CHANGED" ? t`事務局が変えました` : null;
  if (editing) {
    return (
      <Card as="li" label={t`「${first}」の項目を変える`}>
        <EntryForm
          entry={{ id, words, near, version }}
          onOutdated={onOutdated}
          onClose={() => setEditing(false)}
          onDone={() => {
            setEditing(false);
            say(t`項目を変えました。`);
          }}
        />
      </Card>
    );
  }
  return (
    <Card as="li">
      <Stack gap={3}>
        <Row ends>
          <Tags items={words} label={t`同じ意味の言葉`} />
          {state ? <Tag tone="outline">{state}</Tag> : null}
        </Row>
        {near.length > 0 ? (
          <Stack gap={1}>
            <Quiet>{t`近い言葉`}</Quiet>
            <Tags items={near} tone="outline" label={t`近い言葉`} />
          </Stack>
        ) : null}
        <Buttons>
          <Button variant="secondary" icon="edit" aria-label={off ? t`変えて使う：${first}` : t`変える：${first}`} onClick={() => setEditing(true)}>
            {off ? t`変えて使う` : t`変える`}
          </Button>
          {off || origin === "CHANGED" ? <RestoreButton id={id} version={version} first={first} onOutdated={onOutdated} /> : null}
          {off ? null : <RemoveButton id={id} version={version} first={first} own={origin === "ADDED"} onOutdated={onOutdated} />}
        </Buttons>
      </Stack>
    </Card>
  );
}

type Act = { id: string; version: string; first: string; onOutdated: () => void };

function RestoreButton({ id, version, first, onOutdated }: Act) {
  const { t } = useLingui();
  const say = useToast();
  const restore = useSubmission(Restore);
  const send = async () => {
    const outcome = await restore.send({ synonym: id, version });
    if (outcome.ok) say(t`はじめの内容に戻しました。`);
    else if (isOutdated(outcome.problem)) onOutdated();
  };
  return (
    <>
      <Button variant="secondary" pending={restore.state !== "idle"} aria-label={t`はじめの内容に戻す：${first}`} onClick={() => void send()}>
        {t`はじめの内容に戻す`}
      </Button>
      <FormProblem problem={restore.problem} state={restore.state} />
    </>
  );
}

function RemoveButton({ id, version, first, own, onOutdated }: Act & { own: boolean }) {
  const { t } = useLingui();
  const say = useToast();
  const [open, setOpen] = useState(false);
  const remove = useSubmission(Remove);
  const act = own ? t`削除する` : t`使わない`;
  const send = async () => {
    const outcome = await remove.send({ synonym: id, version });
    if (outcome.ok) {
      setOpen(false);
      say(own ? t`項目を削除しました。` : t`この項目を使わないようにしました。`);
    } else if (isOutdated(outcome.problem)) onOutdated();
  };
  return (
    <>
      <Button variant="quiet" aria-label={own ? t`削除する：${first}` : t`使わない：${first}`} onClick={() => setOpen(true)}>
        {act}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={own ? t`「${first}」の項目を削除しますか？` : t`「${first}」の項目を使わないようにしますか？`}
        actions={
          <Button variant="danger" pending={remove.state !== "idle"} onClick={() => void send()}>
            {act}
          </Button>
        }
      >
        <Stack gap={3}>
          <p>{own ? t`この項目の言葉では、お互いが見つからなくなります。` : t`この項目の言葉では、お互いが見つからなくなります。あとで元に戻せます。`}</p>
          <FormProblem problem={remove.problem} state={remove.state} />
        </Stack>
      </Dialog>
    </>
  );
}
