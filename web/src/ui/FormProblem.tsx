/** What is wrong with a form as a whole: every problem that is not said at a field on the page. */
import { useLingui } from "@lingui/react/macro";

import { Button } from "./Button";
import { Notice } from "./Notice";

export type Trouble =
  | { kind: "invalid"; field: string | null; message: string }
  | { kind: "refused"; message: string }
  | { kind: "unexpected"; errorId: string | null }
  | { kind: "unreached" }
  | { kind: "full" };

type FormProblemProps = {
  problem: Trouble | null;
  /** The fields that show their own message. */
  placed?: readonly string[];
  /** Waiting, it is sent as long as the page stays; kept, also after a reload. */
  state?: "idle" | "sending" | "waiting" | "kept";
  /** Of what is kept: it is not sent any more. */
  onTakeBack?: (() => void) | null;
};

export function FormProblem({ problem, placed = [], state = "idle", onTakeBack }: FormProblemProps) {
  const { t } = useLingui();
  if (state === "waiting") return <Notice icon="offline" role="status">{t`つながっていません。このページを開いたままにしておくと、つながったときに送信します。`}</Notice>;
  if (state === "kept")
    return (
      <Notice icon="offline" role="status" title={t`送信待ちです。つながったら送信します。ページを閉じてもかまいません。`}>
        {onTakeBack ? (
          <div>
            <Button variant="quiet" onClick={onTakeBack}>{t`送信を取り消す`}</Button>
          </div>
        ) : null}
      </Notice>
    );
  if (!problem) return null;
  if (problem.kind === "unreached")
    return <Notice tone="bad" icon="offline" role="alert" title={t`つながっていないため、送信できませんでした。つながってから、もう一度押してください。`} />;
  if (problem.kind === "full")
    return <Notice tone="bad" icon="warning" role="alert" title={t`送信待ちがいっぱいです。つながって送信が終わってから、もう一度お試しください。書いた内容は残っています。`} />;
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
