/** Admitting a group: its right name and address, and what follows for who proposed it. */
import { useLingui } from "@lingui/react/macro";
import { type MouseEvent, useState } from "react";

import { graphql } from "~/gql/moderation";
import { NOW, type Problem, useSubmission } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { TextField } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";
import { focusInvalid } from "~/ui/focus";

import type { Desk } from "./useDesk";

const AdmitGroup = graphql(`
  mutation QueueAdmitGroup($input: AdmitGroupInput!) {
    admitGroup(input: $input) {
      ... on GroupAdmitted {
        group {
          id
          slug
          name
          nameEn
          state
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

type AdmitProps = {
  group: { id: string; version: string; slug: string; name: string; nameEn: string | null };
  desk: Desk;
  onClose: () => void;
  onRefused: (problem: Problem) => void;
};

export function Admit({ group, desk, onClose, onRefused }: AdmitProps) {
  const { t } = useLingui();
  const admit = useSubmission(AdmitGroup, NOW);
  const [name, setName] = useState(group.name);
  const [nameEn, setNameEn] = useState(group.nameEn ?? "");
  const [slug, setSlug] = useState(group.slug);
  const [tried, setTried] = useState(false);
  const noName = !name.trim() && t`グループの名前を入力してください。`;
  const noSlug = !slug.trim() && t`アドレスに使う短い名前を入力してください。`;
  const say = useToast();
  const send = async ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const dialog = currentTarget.closest("dialog");
    setTried(true);
    if (noName || noSlug) {
      if (dialog) focusInvalid(dialog);
      return;
    }
    desk.deciding(group.id);
    const outcome = await admit.send({ group: group.id, version: group.version, name, nameEn: nameEn || null, slug });
    if (outcome.ok) {
      say(t`「${name}」を承認しました。`);
      onClose();
      desk.decided(group.id);
      return;
    }
    onRefused(outcome.problem);
    if (outcome.problem.kind === "refused") desk.outdated();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t`「${group.name}」を承認しますか？`}
      actions={
        <Button pending={admit.state !== "idle"} onClick={(event) => void send(event)}>
          {t`グループを承認する`}
        </Button>
      }
    >
      <Stack gap={4}>
        <p>{t`提案した方が代表になり、お知らせとメールが届きます。対象の会社にいた期間の確認を待っていれば、あわせて確認されます。`}</p>
        <TextField label={t`名前`} value={name} onChange={setName} error={(tried && noName) || admit.errorAt("name")} />
        <TextField label={t`英語の名前`} optional value={nameEn} onChange={setNameEn} error={admit.errorAt("nameEn")} />
        <TextField label={t`アドレスに使う短い名前`} value={slug} onChange={setSlug} error={(tried && noSlug) || admit.errorAt("slug")} autoCapitalize="none" spellCheck={false} />
        <FormProblem problem={admit.problem} state={admit.state} placed={["name", "nameEn", "slug"]} />
      </Stack>
    </Dialog>
  );
}
