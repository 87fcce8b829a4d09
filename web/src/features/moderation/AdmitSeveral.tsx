/** Several applications approved after one look at the list with the vouchers' names: one after the other, and who could not be stays, with why. */
import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";

import { activeLanguage } from "~/lib/language";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { StatusLine } from "~/ui/Notice";
import { nameLanguage } from "~/ui/PersonName";
import { Quiet, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import style from "./AdmitSeveral.module.css";
import { useApprove } from "./approving";
import type { Candidate, Vouchers } from "./selection";
import type { Desk } from "./useDesk";

type AdmitSeveralProps = { candidates: readonly Candidate[]; desk: Desk; onClose: () => void; /** All were approved. */ onDone: () => void };

export function AdmitSeveral({ candidates, desk, onClose, onDone }: AdmitSeveralProps) {
  const { t } = useLingui();
  // What was read: the list behind changes with every approval.
  const [listed] = useState(candidates);
  const [done, setDone] = useState<number | null>(null);
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const [over, setOver] = useState(false);
  const approve = useApprove();
  const say = useToast();
  const total = listed.length;

  const onApprove = async () => {
    const failed = new Map<string, string>();
    for (const [index, { id, version }] of listed.entries()) {
      setDone(index);
      desk.deciding(id);
      const outcome = await approve.send({ application: id, version });
      if (outcome.ok) {
        desk.decided(id);
        continue;
      }
      const { problem } = outcome;
      failed.set(id, "message" in problem ? problem.message : t`承認できませんでした。もう一度お試しください。`);
      setRefused(new Map(failed));
    }
    desk.outdated();
    setOver(true);
    if (failed.size > 0) return;
    const approved = total;
    say(t`${approved}人を承認しました。`);
    onDone();
  };

  const shown = over ? listed.filter(({ id }) => refused.has(id)) : listed;
  const left = shown.length;
  const approved = total - refused.size;
  const number = done === null ? 0 : done + 1;
  return (
    <Dialog
      open
      onClose={onClose}
      title={over ? t`承認できなかった方が${left}人います` : t`${total}人を承認しますか？`}
      actions={
        over ? undefined : (
          <Button pending={done !== null} onClick={() => void onApprove()}>
            {t`${total}人を承認する`}
          </Button>
        )
      }
    >
      <Stack gap={4}>
        {over ? <StatusLine>{t`${approved}人を承認しました。承認できなかった方は、一覧に残っています。`}</StatusLine> : <p>{t`在籍歴も「運営者が確認」になります。全員に、グループの名前でお知らせとメールが届きます。`}</p>}
        <ul className={style.list}>
          {shown.map(({ id, name, vouchers }) => (
            <li key={id} className={style.one}>
              <strong lang={nameLanguage(name)}>{name}</strong>
              {refused.has(id) ? <p className={style.refused}>{refused.get(id)}</p> : <Quiet><VouchedBy {...vouchers} /></Quiet>}
            </li>
          ))}
        </ul>
        {done !== null && !over ? <StatusLine>{t`承認しています：${total}人中${number}人目`}</StatusLine> : null}
        {over ? <Close onClose={onClose} /> : null}
      </Stack>
    </Dialog>
  );
}

/** Stands in the place of the button that was pressed, and so do its readers. */
function Close({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector("button")?.focus(), []);
  return (
    <div ref={place}>
      <Button variant="secondary" onClick={onClose}>
        {t`閉じる`}
      </Button>
    </div>
  );
}

function VouchedBy({ names, unnamed }: Vouchers) {
  const { t } = useLingui();
  if (names.length === 0 && unnamed === 0) return t`元同僚の確認はまだありません`;
  const japanese = activeLanguage() === "ja";
  const named = names.map((name) => (japanese ? `${name}さん` : name)).join(japanese ? "、" : ", ");
  if (names.length === 0) return t`元同僚${unnamed}人が確認（お名前は見られません）`;
  return unnamed === 0 ? t`元同僚の${named}が確認` : t`元同僚の${named}と、ほか${unnamed}人が確認`;
}
