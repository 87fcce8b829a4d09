/** What stands around every page: the demo's banner, the places (bar below on phones, rail at the left on desktops), the foot. */
import { useLingui } from "@lingui/react/macro";
import { Suspense, lazy } from "react";
import { Link } from "wouter";

import { untilNextTry, useOnline } from "~/lib/online";
import { paths } from "~/lib/paths";
import { useSession } from "~/lib/viewer";
import { Banner, StatusLine } from "~/ui/Notice";
import { classes } from "~/ui/classes";

import { Foot } from "./Foot";
import { Bar, Head, Rail } from "./Places";
import { Router } from "./Router";
import style from "./Shell.module.css";

/** Loaded after the page, and again and again where that fails: the page stands without it. */
const Lively = lazy(async () => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const { Lively: Loaded } = await import("./Lively");
      return { default: Loaded };
    } catch {
      await untilNextTry(attempt, new AbortController().signal);
    }
  }
});

function Offline() {
  const { t } = useLingui();
  return useOnline() ? null : <StatusLine icon="offline" band>{t`オフラインです。書いたものは保存されています。つながったら送信します。`}</StatusLine>;
}

export function Shell() {
  const { t } = useLingui();
  const { site, viewer } = useSession();
  return (
    <div className={classes(style.shell, viewer ? style.member : style.guest)} data-shell={viewer ? "member" : "guest"}>
      <a className={style.skip} href="#main">
        {t`本文へ移動`}
      </a>
      {site.demo ? <Banner label={t`デモについて`}>{t`これはデモです。人物・投稿はすべて架空で、掲載の企業・団体とは関係ありません。`}</Banner> : null}
      {viewer?.leaving ? (
        <StatusLine band>
          {t`退会の手続き中です。`} <Link href={paths.data}>{t`取りやめる`}</Link>
        </StatusLine>
      ) : null}
      <Suspense fallback={<Offline />}>{viewer ? <Lively /> : <Offline />}</Suspense>
      <div className={style.frame}>
        {viewer ? <Rail /> : null}
        <div className={style.content}>
          <Head />
          <main id="main" className={style.main} tabIndex={-1}>
            <Router />
          </main>
          <Foot />
        </div>
      </div>
      {viewer ? <Bar /> : null}
    </div>
  );
}
