/** Rare actions on somebody else's opportunity: reporting it, and blocking its author; each says who learns what. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { type FragmentType, graphql, readFragment } from "~/gql/opportunities";
import { paths } from "~/lib/paths";
import { useBlock, useReport } from "~/lib/safety";
import { useViewer } from "~/lib/viewer";
import { BlockDialog } from "~/ui/asking/BlockDialog";
import { Menu } from "~/ui/Menu";
import { ReportDialog } from "~/ui/asking/ReportDialog";

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

export function OpportunityMenu(props: { opportunity: FragmentType<typeof MenuFragment> }) {
  const { t } = useLingui();
  const viewer = useViewer();
  const [asking, setAsking] = useState<"report" | "block" | null>(null);
  const { id, viewerIsAuthor, author } = readFragment(MenuFragment, props.opportunity);
  const report = useReport("OPPORTUNITY", id);
  const block = useBlock(author?.id ?? "");
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
      <ReportDialog
        title={t`この募集を通報する`}
        lead={t`グループの運営者か事務局が読みます。募集者には、だれが通報したかは伝わりません。`}
        thanks={t`通報を受け取りました。確認した結果を、お知らせします。`}
        open={asking === "report"}
        onClose={close}
        report={report}
      />
      {author ? <BlockDialog name={name} open={asking === "block"} onClose={close} block={block} after={paths.opportunities} /> : null}
    </>
  );
}
