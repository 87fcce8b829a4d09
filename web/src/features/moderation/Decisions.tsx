/** What waits for the viewer's decision, the longest waiting first: the pages that were read, and what came and went since. */
import { useLingui } from "@lingui/react/macro";
import { useCallback, useEffect, useState } from "react";

import { never } from "~/lib/never";
import { usePages } from "~/lib/pages";
import { errorIdOf } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { CardList } from "~/ui/Card";
import { StatusLine } from "~/ui/Notice";
import { Empty, ErrorState, Loading } from "~/ui/States";
import { Stack } from "~/ui/Text";

import { PickBar } from "./PickBar";
import { type Answered, QueuePart } from "./QueuePart";
import { ToAccept } from "./ToAccept";
import { ToAdmit } from "./ToAdmit";
import { ToConfirm } from "./ToConfirm";
import { ToDecide } from "./ToDecide";
import { ToFound } from "./ToFound";
import { type QueueItem, candidateOf } from "./queueItem";
import type { Desk } from "./useDesk";
import { useNextCard } from "./useNextCard";
import { type Picking, usePicking } from "./usePicking";
import { listed } from "./waiting";

type DecisionsProps = { desk: Desk; steward: boolean };

export function Decisions({ desk: given, steward }: DecisionsProps) {
  const { t } = useLingui();
  const { afters, more: onMore } = usePages("queue");
  const [answers, setAnswers] = useState<ReadonlyMap<string | null, Answered>>(new Map());
  const onAnswer = useCallback(
    // What was read stays when it could not be read anew, and with it the reason that somebody is writing.
    (after: string | null, { page, end, ...answer }: Answered) =>
      setAnswers((now) => new Map(now).set(after, { ...answer, page: page ?? now.get(after)?.page ?? null, end: end ?? now.get(after)?.end ?? null })),
    [],
  );
  const answered = afters.flatMap((after) => answers.get(after) ?? []);
  const { items, total, more } = listed(answered.flatMap(({ page }) => page ?? []), given.told);
  const picking = usePicking(items.flatMap((item) => candidateOf(item) ?? []));
  const { place, leaving, arrive } = useNextCard();
  const desk = {
    ...given,
    deciding: (id: string) => {
      leaving();
      given.deciding(id);
    },
  };
  useEffect(arrive);
  const { show, outdated } = given;
  const ids = items.map(({ id }) => id).join(" ");
  useEffect(() => {
    show(ids.split(" "), more);
    // Everything that was read is decided, and more waits.
    if (ids === "" && more) outdated();
  }, [ids, more, show, outdated]);
  const failed = answered.find(({ error }) => error);
  const last = answered.at(-1);
  const read = answered.some(({ page }) => page);
  return (
    <div ref={place}>
      {afters.map((after) => (
        <QueuePart key={after ?? "first"} after={after} desk={given} onAnswer={onAnswer} />
      ))}
      <Stack gap={4}>
        {!picking.on && picking.candidates.length > 1 ? (
          <Button variant="secondary" wide onClick={picking.begin}>
            {t`まとめて選ぶ`}
          </Button>
        ) : null}
        {read && total > 0 ? <StatusLine>{t`${total}件が、お返事を待っています。`}</StatusLine> : null}
        {read && total === 0 ? (
          <Empty icon="check" title={t`いま決めるものはありません。`}>
            {t`新しい申し込みや通報が届くと、ここに出ます。おつかれさまです。`}
          </Empty>
        ) : null}
        {items.length > 0 ? (
          <CardList>
            {items.map((item) => (
              <Decision key={item.id} item={item} desk={desk} picking={picking} steward={steward} />
            ))}
          </CardList>
        ) : null}
        {failed ? <ErrorState errorId={errorIdOf(failed.error)} onRetry={failed.again} /> : null}
        {answered.length === 0 ? <Loading /> : null}
        {last?.page?.more ? (
          <Button variant="secondary" wide pending={last.stale || answered.length < afters.length} onClick={() => onMore(last.end)}>
            {t`もっと見る`}
          </Button>
        ) : null}
        {picking.on ? <PickBar picking={picking} desk={desk} /> : null}
      </Stack>
    </div>
  );
}

function Decision({ item: { node }, desk, picking, steward }: { item: QueueItem; desk: Desk; picking: Picking; steward: boolean }) {
  switch (node.__typename) {
    case "AffiliationToConfirm":
      return <ToConfirm item={node} desk={desk} />;
    case "ApplicationToDecide":
      return <ToAdmit item={node} desk={desk} picking={picking} />;
    case "CompanyToAccept":
      return <ToAccept item={node} desk={desk} />;
    case "GroupToAdmit":
      return <ToFound item={node} desk={desk} />;
    case "ReportToDecide":
      return <ToDecide item={node} desk={desk} steward={steward} />;
    default:
      return never(node);
  }
}
