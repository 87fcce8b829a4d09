/** What can be done with those that are picked: look at their list and approve them together, or stop picking. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { Button } from "~/ui/Button";
import { ActionBar } from "~/ui/Page";

import { AdmitSeveral } from "./AdmitSeveral";
import style from "./Picking.module.css";
import type { Candidate } from "./selection";
import type { Desk } from "./useDesk";
import type { Picking } from "./usePicking";

export function PickBar({ picking, desk }: { picking: Picking; desk: Desk }) {
  const { t } = useLingui();
  const [asked, setAsked] = useState<readonly Candidate[] | null>(null);
  const { picked, candidates } = picking;
  const number = picked.length;
  const pickable = candidates.filter((one) => !one.awaitsReply).length;
  return (
    <>
      <div className={style.bar}>
        <ActionBar note={number === 0 ? t`承認する方を選んでください。次に、元同僚の確認と一緒に一覧で確かめます。` : undefined}>
          <Button disabled={number === 0} onClick={() => setAsked(picked)}>
            {number === 0 ? t`承認する` : t`${number}人を承認する`}
          </Button>
          {number < pickable ? (
            <Button variant="secondary" onClick={picking.all}>
              {t`${pickable}人すべてを選ぶ`}
            </Button>
          ) : null}
          <Button variant="quiet" onClick={picking.end}>
            {t`選ぶのをやめる`}
          </Button>
        </ActionBar>
      </div>
      {asked ? (
        <AdmitSeveral
          candidates={asked}
          desk={desk}
          onClose={() => setAsked(null)}
          onDone={() => {
            setAsked(null);
            picking.end();
          }}
        />
      ) : null}
    </>
  );
}
