/** What a page shows when it has nothing yet: still loading, empty with a first step, or an error that says what is safe. */
import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useState } from "react";

import { Button } from "./Button";
import { Hidden } from "./Hidden";
import { Icon, type IconName } from "./Icon";
import style from "./States.module.css";

type EmptyProps = { icon?: IconName; title: ReactNode; children?: ReactNode; action?: ReactNode; /** h1 when it is the whole page. */ as?: "p" | "h1" };

export function Empty({ icon = "home", title, children, action, as: Heading = "p" }: EmptyProps) {
  return (
    <div className={style.empty}>
      <Icon name={icon} />
      <Heading className={style.title}>{title}</Heading>
      {children ? <div className={style.text}>{children}</div> : null}
      {action}
    </div>
  );
}

type ErrorStateProps = { title?: ReactNode; children?: ReactNode; onRetry?: () => void; /** What the server calls this error, to be told when asking for help. */ errorId?: string | null };

export function ErrorState({ title, children, onRetry, errorId }: ErrorStateProps) {
  const { t } = useLingui();
  return (
    <div className={style.empty} role="alert">
      <Icon name="warning" />
      <p className={style.title}>{title ?? t`読み込めませんでした。`}</p>
      <div className={style.text}>{children ?? t`書いたものは残っています。少し待ってから、もう一度お試しください。`}</div>
      {errorId ? <p className={style.errorId}>{t`お問い合わせのときは、この番号をお知らせください：${errorId}`}</p> : null}
      {onRetry ? (
        <Button variant="secondary" onClick={onRetry}>
          {t`もう一度読み込む`}
        </Button>
      ) : null}
    </div>
  );
}

/** What may not be seen is absent: one sentence for both. */
export function NotFound({ action }: { action?: ReactNode }) {
  const { t } = useLingui();
  const title = t`ページが見つかりません。`;
  return (
    <>
      <title>{`${title} · 縁側`}</title>
      <Empty icon="search" as="h1" title={title} action={action}>
        {t`なくなったか、公開されていないページです。`}
      </Empty>
    </>
  );
}

/** Grey cards in the shape of what comes; drawn only when the answer takes its time. */
export function Loading({ cards = 3 }: { cards?: number }) {
  const { t } = useLingui();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={style.loading} role="status" data-loading>
      <Hidden>{t`読み込んでいます`}</Hidden>
      {late
        ? Array.from({ length: cards }, (_, index) => (
            <div key={index} className={style.ghost} aria-hidden="true">
              <span />
              <span />
              <span />
            </div>
          ))
        : null}
    </div>
  );
}
