/** Applying by a link as a member: what the group asks, and the months only where none are told yet. */
import { useLingui } from "@lingui/react/macro";
import { useLocation } from "wouter";

import { useApplying } from "~/lib/applying/groups";
import { useDraft } from "~/lib/drafts";
import { paths } from "~/lib/paths";
import { useMember } from "~/lib/viewer";
import { ApplicationForm, type GivenApplication, unwritten } from "~/ui/applying/ApplicationForm";
import { Quiet, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { type OpenLink, useOutdated } from "./link";

type MemberFormProps = { link: OpenLink; told: boolean; verified: boolean; onOutdated: () => void };

export function MemberForm({ link, told, verified, onOutdated }: MemberFormProps) {
  const { t } = useLingui();
  const { name: me } = useMember();
  const { token, questions, group, companies } = link;
  const { name } = group;
  const draft = useDraft(`apply.${group.id}`, unwritten);
  const { send, ...sent } = useApplying();
  const [, navigate] = useLocation();
  const say = useToast();
  useOutdated(sent.problem, onOutdated);
  const onSend = async (given: GivenApplication) => {
    if (!(await send({ ...given, group: group.id, joinLink: token }))) return false;
    draft.clear();
    say(t`「${name}」に申し込みました。`);
    navigate(paths.pending);
    return true;
  };
  return (
    <Stack gap={5}>
      <Quiet>{t`${me}さんとして申し込みます。費用も義務もありません。`}</Quiet>
      <ApplicationForm
        value={draft.value}
        onChange={draft.change}
        questions={questions}
        companies={companies}
        told={told}
        decides={{ by: group.decidedBy, days: group.usualDays }}
        verified={verified}
        sent={sent}
        onSend={onSend}
      />
    </Stack>
  );
}
