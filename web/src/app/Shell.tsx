/** What stands around every page: the demo's banner, the places (bar below on phones, rail at the left on desktops), the foot. */
import { useLingui } from "@lingui/react/macro";
import { Link } from "wouter";

import { paths } from "~/lib/paths";
import { useSession } from "~/lib/viewer";
import { Banner, StatusLine } from "~/ui/Notice";
import { classes } from "~/ui/classes";

import { ConnectionLine } from "./ConnectionLine";
import { Foot } from "./Foot";
import { Bar, Head, Rail } from "./Places";
import { Router } from "./Router";
import style from "./Shell.module.css";
import { useInbox } from "./useInbox";
import { useSending } from "./useSending";

export function Shell() {
  const { t } = useLingui();
  const { site, viewer } = useSession();
  useInbox();
  useSending();
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
      <ConnectionLine />
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
