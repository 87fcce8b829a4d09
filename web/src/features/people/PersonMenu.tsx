/** Rare actions towards a person: ending a connection, reporting, hiding and blocking, each asked for in a dialog that says who learns what. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/people";
import { paths } from "~/lib/paths";
import { useSubmission } from "~/lib/submission";
import { type ReportReason, reportWords } from "~/lib/words";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { RadioGroup, TextArea } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Menu } from "~/ui/Menu";
import { Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { EndConnection } from "./EndConnection";

const MenuFragment = graphql(`
  fragment PersonMenu on Person {
    id
    name
    viewerConnection {
      state
    }
  }
`);

const Block = graphql(`
  mutation BlockPerson($input: BlockMemberInput!) {
    blockMember(input: $input) {
      ... on MemberBlocked {
        member
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

const Exclude = graphql(`
  mutation HideFromPerson($input: ExcludeMemberInput!) {
    excludeMember(input: $input) {
      ... on MemberExcluded {
        viewer {
          id
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

const Report = graphql(`
  mutation ReportPerson($input: FileReportInput!) {
    fileReport(input: $input) {
      ... on ReportFiled {
        report {
          id
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

export function PersonMenu(props: { person: FragmentType<typeof MenuFragment> }) {
  const { t } = useLingui();
  const person = readFragment(MenuFragment, props.person);
  const [asking, setAsking] = useState<"block" | "end" | "hide" | "report" | null>(null);
  const { name } = person;
  const connected = person.viewerConnection?.state === "CONNECTED";
  const close = () => setAsking(null);
  return (
    <>
      <Menu
        items={[
          ...(connected ? [{ key: "end", icon: "people" as const, label: t`つながりを解く`, onChoose: () => setAsking("end") }] : []),
          { key: "report", icon: "flag", label: t`${name}さんのことを通報する`, onChoose: () => setAsking("report") },
          { key: "hide", icon: "lock", label: t`この人に見せない`, onChoose: () => setAsking("hide") },
          { key: "block", icon: "block", label: t`${name}さんをブロックする`, onChoose: () => setAsking("block"), danger: true },
        ]}
      />
      <EndConnection id={person.id} name={name} open={asking === "end"} onClose={close} />
      <BlockDialog id={person.id} name={name} open={asking === "block"} onClose={close} />
      <HideDialog id={person.id} name={name} open={asking === "hide"} onClose={close} />
      <ReportDialog id={person.id} name={name} open={asking === "report"} onClose={close} />
    </>
  );
}

type Asking = { id: string; name: string; open: boolean; onClose: () => void };

function BlockDialog({ id, name, open, onClose }: Asking) {
  const { t } = useLingui();
  const [, go] = useLocation();
  const say = useToast();
  const block = useSubmission(Block);
  const send = async () => {
    if (!(await block.send({ member: id })).ok) return;
    onClose();
    say(t`${name}さんをブロックしました。`);
    go(paths.people);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t`${name}さんをブロックしますか？`}
      actions={
        <Button variant="danger" pending={block.state !== "idle"} onClick={() => void send()}>
          {t`ブロックする`}
        </Button>
      }
    >
      <p>
        <Trans>おたがいのプロフィールと募集が見えなくなり、やりとりもできなくなります。つながりも解けます。相手に通知は届きません。「わたし」のページでいつでも解除できます。</Trans>
      </p>
      <FormProblem problem={block.problem} state={block.state} />
    </Dialog>
  );
}

function HideDialog({ id, name, open, onClose }: Asking) {
  const { t } = useLingui();
  const say = useToast();
  const exclude = useSubmission(Exclude);
  const send = async () => {
    if (!(await exclude.send({ member: id })).ok) return;
    onClose();
    say(t`${name}さんには、あなたを見せません。`);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t`${name}さんに、あなたを見せないようにしますか？`}
      actions={
        <Button pending={exclude.state !== "idle"} onClick={() => void send()}>
          {t`見せない`}
        </Button>
      }
    >
      <p>
        <Trans>
          {name}さんには、あなたのプロフィールも募集も見えなくなり、つながりも解けます。あなたからは、これまでどおり見えます。相手に通知は届きません。「あなたが見える人」のページで、いつでも戻せます。
        </Trans>
      </p>
      <FormProblem problem={exclude.problem} state={exclude.state} />
    </Dialog>
  );
}

function ReportDialog({ id, name, open, onClose }: Asking) {
  const { t, i18n } = useLingui();
  const say = useToast();
  const report = useSubmission(Report);
  const [reason, setReason] = useState<ReportReason | "">("");
  const [note, setNote] = useState("");
  const send = async () => {
    if (reason === "") return;
    if (!(await report.send({ subject: "MEMBER", id, reason, note: note || null })).ok) return;
    onClose();
    say(t`通報を受け取りました。事務局が確認し、結果をお知らせします。`);
  };
  const reasons = Object.keys(reportWords) as ReportReason[];
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t`${name}さんのことを通報する`}
      actions={
        <Button pending={report.state !== "idle"} disabled={reason === ""} onClick={() => void send()}>
          {t`通報する`}
        </Button>
      }
    >
      <Stack gap={4}>
        <p>{t`事務局だけが読みます。${name}さんには、だれが通報したかは伝わりません。`}</p>
        <RadioGroup
          label={t`どうしましたか`}
          value={reason}
          onChange={setReason}
          error={report.errorAt("reason")}
          choices={reasons.map((value) => ({ value, label: i18n._(reportWords[value]) }))}
        />
        <TextArea label={t`補足`} optional value={note} onChange={setNote} limit={1000} error={report.errorAt("note")} />
        <FormProblem problem={report.problem} state={report.state} placed={["reason", "note"]} />
      </Stack>
    </Dialog>
  );
}
