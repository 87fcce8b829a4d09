/** What is wrong with a form as a whole: every problem that is not said at a field on the page. */
import { useLingui } from "@lingui/react/macro";

import { Notice } from "./Notice";

export type Trouble =
  | { kind: "invalid"; field: string | null; message: string }
  | { kind: "refused"; message: string }
  | { kind: "unexpected"; errorId: string | null };

type FormProblemProps = {
  problem: Trouble | null;
  /** The fields that show their own message. */
  placed?: readonly string[];
  state?: "idle" | "sending" | "waiting";
};

export function FormProblem({ problem, placed = [], state = "idle" }: FormProblemProps) {
  const { t } = useLingui();
  if (state === "waiting") return <Notice icon="offline" role="status">{t`オフラインです。書いたものは保存されています。つながったら送信します。`}</Notice>;
  if (!problem) return null;
  if (problem.kind === "unexpected") {
    const { errorId } = problem;
    return (
      <Notice tone="bad" icon="warning" role="alert" title={t`送信できませんでした。書いた内容は残っています。もう一度お試しください。`}>
        {errorId ? <p>{t`お問い合わせのときは、この番号をお知らせください：${errorId}`}</p> : null}
      </Notice>
    );
  }
  if (problem.kind === "invalid" && problem.field !== null && placed.includes(problem.field)) return null;
  return <Notice tone="bad" icon="warning" role="alert" title={problem.message} />;
}
