/** Rare actions towards a person: ending a connection, reporting, hiding and blocking, each asked for in a dialog that says who learns what. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { type FragmentType, graphql, readFragment } from "~/gql/people";
import { useEndConnection } from "~/lib/connecting";
import { paths } from "~/lib/paths";
import { useBlock, useReport } from "~/lib/safety";
import { useSubmission } from "~/lib/submission";
import { BlockDialog } from "~/ui/asking/BlockDialog";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { EndConnectionDialog } from "~/ui/asking/EndConnectionDialog";
import { FormProblem } from "~/ui/FormProblem";
import { Menu } from "~/ui/Menu";
import { ReportDialog } from "~/ui/asking/ReportDialog";
import { useToast } from "~/ui/Toast";

const MenuFragment = graphql(`
  fragment PersonMenu on Person {
    id
    name
    viewerConnection {
      state
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

export function PersonMenu(props: { person: FragmentType<typeof MenuFragment> }) {
  const { t } = useLingui();
  const person = readFragment(MenuFragment, props.person);
  const [asking, setAsking] = useState<"block" | "end" | "hide" | "report" | null>(null);
  const { id, name } = person;
  const block = useBlock(id);
  const end = useEndConnection(id);
  const report = useReport("MEMBER", id);
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
      <EndConnectionDialog name={name} open={asking === "end"} onClose={close} end={end} />
      <BlockDialog name={name} open={asking === "block"} onClose={close} block={block} after={paths.people} />
      <HideDialog id={id} name={name} open={asking === "hide"} onClose={close} />
      <ReportDialog
        title={t`${name}さんのことを通報する`}
        lead={t`事務局だけが読みます。${name}さんには、だれが通報したかは伝わりません。`}
        thanks={t`通報を受け取りました。事務局が確認し、結果をお知らせします。`}
        open={asking === "report"}
        onClose={close}
        report={report}
      />
    </>
  );
}

type Asking = { id: string; name: string; open: boolean; onClose: () => void };

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
          {name}さんには、あなたのプロフィールも募集も見えなくなり、つながりもなくなります。あなたからは、これまでどおり見えます。相手に通知は届きません。「あなたが見える人」のページで、いつでも戻せます。
        </Trans>
      </p>
      <FormProblem problem={exclude.problem} state={exclude.state} />
    </Dialog>
  );
}
