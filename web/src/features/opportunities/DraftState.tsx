/** Says that a draft is kept, and lets it be thrown away. */
import { useLingui } from "@lingui/react/macro";

import type { Draft } from "~/lib/drafts";
import { Button } from "~/ui/Button";
import { Row } from "~/ui/Text";

import type { Post } from "./form";

export function DraftState({ draft }: { draft: Draft<Post> }) {
  const { t } = useLingui();
  const { state } = draft;
  const texts = {
    untouched: "",
    writing: "",
    restored: t`下書きの続きです`,
    kept: t`下書きを保存しました`,
    refused: t`このブラウザには下書きを保存できません`,
  };
  return (
    <Row>
      <span role="status">{texts[state]}</span>
      {state === "restored" ? <Button variant="quiet" onClick={draft.clear}>{t`はじめから書く`}</Button> : null}
    </Row>
  );
}
