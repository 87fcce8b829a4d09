/** One calm line while the page is not what it could be: offline, out of date since when and tried again when, or something that could not be sent. */
import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { Link, useLocation } from "wouter";

import { formatTime } from "~/lib/dates";
import { useEntries } from "~/lib/outbox/useOutbox";
import { useOnline } from "~/lib/online";
import { type Status, tryAgainNow, useStatus } from "~/lib/realtime/status";
import { Icon } from "~/ui/Icon";

import style from "./ConnectionLine.module.css";
import { type Line, begun, next } from "./saying";

/** What is said now; it follows the connection slowly, so that a short loss says nothing. */
function useLine(status: Status, online: boolean): Line {
  const [line, setLine] = useState<Line>(begun);
  const said = useRef<Line>(begun);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const step = next(said.current, status, online, Date.now());
      said.current = step.line;
      setLine(step.line);
      if (step.again !== null) timer = setTimeout(look, step.again);
    };
    look();
    return () => clearTimeout(timer);
  }, [status, online]);
  return line;
}

/** Tells pages how much of the top of the screen is taken, for what stands there. */
function useHeight(shown: boolean) {
  const band = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = document.documentElement;
    if (!shown || !band.current) return undefined;
    const observer = new ResizeObserver(([entry]) => root.style.setProperty("--under", `${entry?.borderBoxSize[0]?.blockSize ?? 0}px`));
    observer.observe(band.current);
    return () => {
      observer.disconnect();
      root.style.removeProperty("--under");
    };
  }, [shown]);
  return band;
}

export function ConnectionLine() {
  const { t } = useLingui();
  const status = useStatus();
  const online = useOnline();
  const line = useLine(status, online);
  const [location] = useLocation();
  const entries = useEntries();
  const waiting = entries.filter(({ state }) => state === "waiting").length;
  const refused = entries.find(({ state, path }) => state === "refused" && path.split("?")[0] !== location);
  const until = status.state === "lost" ? status.next : null;
  const since = line.say === "lost" ? formatTime(new Date(line.since).toISOString()) : "";
  const texts: Record<Line["say"], string> = {
    nothing: "",
    offline: t`オフラインです。書いたものは保存されています。つながったら送信します。`,
    lost: t`${since}から更新されていません。`,
    back: t`つながりました。`,
  };
  const text = texts[line.say];
  const unsent = text && waiting > 0 && line.say !== "back" ? t`送信待ち：${waiting}件` : "";
  const band = useHeight(Boolean(text) || Boolean(refused));
  return (
    <div ref={band} className={style.band} data-say={line.say} data-shown={text || refused ? true : undefined}>
      <p className={style.line} role="status">
        {text ? <Icon name={line.say === "back" ? "check" : "offline"} /> : null}
        <span>
          {text} {unsent}
        </span>
      </p>
      {line.say === "lost" ? (
        <p className={style.line}>
          <Countdown key={until} until={until} />
          <button type="button" className={style.now} onClick={tryAgainNow}>{t`いますぐつなぐ`}</button>
        </p>
      ) : null}
      {refused ? (
        <p className={style.line} role="status">
          <Icon name="warning" />
          <span>
            {t`送信できなかったものがあります。`} <Link href={refused.path}>{t`開く`}</Link>
          </span>
        </p>
      ) : null}
    </div>
  );
}

/** Seconds that run are for who sees them; told again and again they would only disturb. */
function Countdown({ until }: { until: number | null }) {
  const { t } = useLingui();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (until === null) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [until]);
  const seconds = until === null ? 0 : Math.ceil((until - now) / 1000);
  return <span aria-hidden>{seconds > 0 ? t`あと${seconds}秒でつなぎ直します` : t`つなぎ直しています…`}</span>;
}
