/** Rare actions on somebody else's opportunity: reporting it, and blocking its author; each says who learns what. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/opportunities";
import { paths } from "~/lib/paths";
import { useSubmission } from "~/lib/submission";
import { useViewer } from "~/lib/viewer";
import { type ReportReason, reportWords } from "~/lib/words";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { RadioGroup, TextArea } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Menu } from "~/ui/Menu";
import { Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

const MenuFragment = graphql(`
  fragment OpportunityMenu on Opportunity {
    id
    viewerIsAuthor
    author {
      id
      name
    }
  }
`);

const Report = graphql(`
  mutation ReportOpportunity($input: FileReportInput!) {
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

const Block = graphql(`
  mutation BlockAuthor($input: BlockMemberInput!) {
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

export function OpportunityMenu(props: { opportunity: FragmentType<typeof MenuFragment> }) {
  const { t } = useLingui();
  const viewer = useViewer();
  const [asking, setAsking] = useState<"report" | "block" | null>(null);
  const { id, viewerIsAuthor, author } = readFragment(MenuFragment, props.opportunity);
  if (!viewer || viewerIsAuthor) return null;
  const name = author?.name ?? "";
  const close = () => setAsking(null);
  return (
    <>
      <Menu
        items={[
          { key: "report", icon: "flag", label: t`この募集を通報する`, onChoose: () => setAsking("report") },
          ...(author ? [{ key: "block", icon: "block" as const, label: t`${name}さんをブロックする`, onChoose: () => setAsking("block"), danger: true }] : []),
        ]}
      />
      <ReportDialog id={id} open={asking === "report"} onClose={close} />
      {author ? <BlockDialog id={author.id} name={name} open={asking === "block"} onClose={close} /> : null}
    </>
  );
}

type Asking = { id: string; open: boolean; onClose: () => void };

function ReportDialog({ id, open, onClose }: Asking) {
  const { t, i18n } = useLingui();
  const say = useToast();
  const report = useSubmission(Report);
  const [reason, setReason] = useState<ReportReason | "">("");
  const [note, setNote] = useState("");
  const send = async () => {
    if (reason === "") return;
    if (!(await report.send({ subject: "OPPORTUNITY", id, reason, note: note || null })).ok) return;
    onClose();
    say(t`通報を受け取りました。確認した結果を、お知らせします。`);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t`この募集を通報する`}
      actions={
        <Button pending={report.state !== "idle"} disabled={reason === ""} onClick={() => void send()}>
          {t`通報する`}
        </Button>
      }
    >
      <Stack gap={4}>
        <p>{t`グループの運営者か事務局が読みます。募集者には、だれが通報したかは伝わりません。`}</p>
        <RadioGroup
          label={t`どうしましたか`}
          value={reason}
          onChange={setReason}
          error={report.errorAt("reason")}
          choices={(Object.keys(reportWords) as ReportReason[]).map((value) => ({ value, label: i18n._(reportWords[value]) }))}
        />
        <TextArea label={t`補足`} optional value={note} onChange={setNote} limit={1000} error={report.errorAt("note")} />
        <FormProblem problem={report.problem} state={report.state} placed={["reason", "note"]} />
      </Stack>
    </Dialog>
  );
}

function BlockDialog({ id, name, open, onClose }: Asking & { name: string }) {
  const { t } = useLingui();
  const [, go] = useLocation();
  const say = useToast();
  const block = useSubmission(Block);
  const send = async () => {
    if (!(await block.send({ member: id })).ok) return;
    say(t`${name}さんをブロックしました。`);
    go(paths.opportunities);
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
      <Stack gap={4}>
        <p>
          <Trans>おたがいのプロフィールと募集が見えなくなり、やりとりもできなくなります。つながりも解けます。相手に通知は届きません。「わたし」のページでいつでも解除できます。</Trans>
        </p>
        <FormProblem problem={block.problem} state={block.state} />
      </Stack>
    </Dialog>
  );
}
