/** What a reader can do about somebody's affiliation: confirm it as a former colleague, take that back, or revoke a confirmation. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { type FragmentType, graphql, readFragment } from "~/gql/people";
import { formatPeriod } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { useSubmission } from "~/lib/submission";
import { type VerificationLevel, verificationWords } from "~/lib/words";
import { Button, Buttons } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { TextArea } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { VouchForm } from "./VouchForm";

const ConfirmingFragment = graphql(`
  fragment Confirming on Affiliation {
    id
    viewerMayVouch {
      from
      until
    }
    viewerMayRevoke
    confirmations {
      level
      at
      colleagues
      group {
        id
        name
        nameEn
      }
      vouchers {
        id
        name
      }
    }
    vouches {
      id
      state
      viewerIsVoucher
    }
  }
`);

const Withdraw = graphql(`
  mutation WithdrawVouch($input: WithdrawVouchInput!) {
    withdrawVouch(input: $input) {
      ... on VouchWithdrawn {
        affiliation {
          id
          state
          verification
          ...Confirming
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

const Revoke = graphql(`
  mutation RevokeConfirmation($input: RevokeConfirmationInput!) {
    revokeConfirmation(input: $input) {
      ... on ConfirmationRevoked {
        affiliation {
          id
          state
          verification
          ...Confirming
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

export function Confirming(props: { affiliation: FragmentType<typeof ConfirmingFragment>; name: string }) {
  const { t, i18n } = useLingui();
  const affiliation = readFragment(ConfirmingFragment, props.affiliation);
  const { name } = props;
  const [doing, setDoing] = useState<"vouch" | "withdraw" | VerificationLevel | null>(null);
  const own = affiliation.vouches.find(({ viewerIsVoucher }) => viewerIsVoucher);
  const shared = affiliation.viewerMayVouch;
  const months = shared ? formatPeriod(shared.from, shared.until, activeLanguage()) : "";
  const close = () => setDoing(null);
  if (!shared && !own && affiliation.viewerMayRevoke.length === 0) return null;
  return (
    <>
      <Buttons>
        {shared ? <Button variant="secondary" onClick={() => setDoing("vouch")}>{t`元同僚として確認する`}</Button> : null}
        {own ? <Button variant="quiet" onClick={() => setDoing("withdraw")}>{own.state === "HELD" ? t`あなたの確認を取り下げる（運営者が確かめています）` : t`あなたの確認を取り下げる`}</Button> : null}
        {affiliation.viewerMayRevoke.map((level) => {
          const what = i18n._(verificationWords[level]);
          return (
            <Button key={level} variant="quiet" onClick={() => setDoing(level)}>
              {t`「${what}」を取り消す`}
            </Button>
          );
        })}
      </Buttons>
      <Dialog open={doing === "vouch"} onClose={close} title={t`${name}さんの在籍歴を、元同僚として確認しますか？`} actions={null}>
        <VouchForm affiliation={affiliation.id} name={name} months={months} onDone={close} />
      </Dialog>
      <WithdrawDialog id={affiliation.id} name={name} open={doing === "withdraw"} onClose={close} />
      {doing && doing !== "vouch" && doing !== "withdraw" ? <RevokeDialog id={affiliation.id} level={doing} name={name} onClose={close} /> : null}
    </>
  );
}

function WithdrawDialog({ id, name, open, onClose }: { id: string; name: string; open: boolean; onClose: () => void }) {
  const { t } = useLingui();
  const say = useToast();
  const withdraw = useSubmission(Withdraw);
  const send = async () => {
    if (!(await withdraw.send({ affiliation: id })).ok) return;
    onClose();
    say(t`確認を取り下げました。`);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t`確認を取り下げますか？`}
      actions={<Button variant="danger" pending={withdraw.state !== "idle"} onClick={() => void send()}>{t`取り下げる`}</Button>}
    >
      <p>{t`${name}さんに、元同僚の確認が1つなくなったことが届きます。だれの確認かは書かれません。`}</p>
      <FormProblem problem={withdraw.problem} state={withdraw.state} />
    </Dialog>
  );
}

type RevokeDialogProps = { id: string; level: VerificationLevel; name: string; onClose: () => void };

function RevokeDialog({ id, level, name, onClose }: RevokeDialogProps) {
  const { t } = useLingui();
  const say = useToast();
  const revoke = useSubmission(Revoke);
  const [reason, setReason] = useState("");
  const send = async () => {
    if (!(await revoke.send({ affiliation: id, level, reason: reason.trim() })).ok) return;
    onClose();
    say(t`確認を取り消しました。${name}さんに理由をお知らせします。`);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t`この確認を取り消しますか？`}
      actions={
        <Button variant="danger" disabled={!reason.trim()} pending={revoke.state !== "idle"} onClick={() => void send()}>
          {t`取り消す`}
        </Button>
      }
    >
      <Stack gap={4}>
        <p>{t`理由は、グループの名前で${name}さんに届きます（担当者名は出ません）。ほかの確認は残ります。${name}さんが元同僚として確認した人の在籍歴も、確かめ直します。`}</p>
        <TextArea label={t`理由`} value={reason} onChange={setReason} limit={500} error={revoke.errorAt("reason")} />
        <FormProblem problem={revoke.problem} state={revoke.state} placed={["reason"]} />
      </Stack>
    </Dialog>
  );
}
