/** Rare actions in a talk: ending one's own side of it, reporting it with chosen words, and blocking the other. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { type FragmentType, graphql, readFragment } from "~/gql/inbox";
import { useOther } from "~/lib/other";
import { paths } from "~/lib/paths";
import { useBlock } from "~/lib/safety";
import { BlockDialog } from "~/ui/asking/BlockDialog";
import { Menu } from "~/ui/Menu";

import { EndDialog } from "./EndDialog";
import { ReportTalk } from "./ReportTalk";

const MenuFragment = graphql(`
  fragment TalkMenu on Response {
    id
    viewerIsAuthor
    viewerMay
    responder {
      id
      name
    }
    responderLabel {
      text
    }
    author {
      id
      name
    }
    conversation {
      id
    }
  }
`);

export function TalkMenu(props: { response: FragmentType<typeof MenuFragment> }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState<"end" | "report" | "block" | null>(null);
  const response = readFragment(MenuFragment, props.response);
  const { id, viewerMay, conversation } = response;
  const { name, who, person: other } = useOther(response);
  const block = useBlock(other?.id ?? "");
  const close = () => setAsking(null);
  const ends = viewerMay.includes("WITHDRAW") ? "withdraw" : viewerMay.includes("DECLINE") ? "decline" : null;
  return (
    <>
      <Menu
        items={[
          ...(ends ? [{ key: "end", icon: "leave" as const, label: ends === "withdraw" ? t`辞退する` : t`見送る`, onChoose: () => setAsking("end") }] : []),
          ...(conversation ? [{ key: "report", icon: "flag" as const, label: t`このやりとりを通報する`, onChoose: () => setAsking("report") }] : []),
          ...(other ? [{ key: "block", icon: "block" as const, label: t`${name}さんをブロックする`, onChoose: () => setAsking("block"), danger: true }] : []),
        ]}
      />
      {ends ? <EndDialog response={id} how={ends} who={who} open={asking === "end"} onClose={close} /> : null}
      {conversation ? <ReportTalk response={id} conversation={conversation.id} name={name} open={asking === "report"} onClose={close} /> : null}
      {other ? <BlockDialog name={name} open={asking === "block"} onClose={close} block={block} after={paths.inbox} /> : null}
    </>
  );
}
