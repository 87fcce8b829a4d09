/** What stands around every page: the demo's banner, the places (bar below on phones, rail at the left on desktops), the foot. */
import { useLingui } from "@lingui/react/macro";
import { Link, useLocation } from "wouter";

import { useOnline } from "~/lib/online";
import { paths } from "~/lib/paths";
import { useSession, useViewer } from "~/lib/viewer";
import { LinkButton } from "~/ui/Button";
import { Hidden } from "~/ui/Hidden";
import { Icon, type IconName } from "~/ui/Icon";
import { Logo } from "~/ui/Logo";
import { Banner, StatusLine } from "~/ui/Notice";
import { classes } from "~/ui/classes";

import { Foot } from "./Foot";
import { LanguageSwitch } from "./LanguageSwitch";
import { Router } from "./Router";
import style from "./Shell.module.css";
import { useInbox } from "./useInbox";

type Place = { href: string; icon: IconName; label: string; unread: boolean };

function usePlaces(): { places: Place[]; queue: Place | null } {
  const { t } = useLingui();
  const viewer = useViewer();
  if (!viewer) return { places: [], queue: null };
  const { conversations, notices, queue } = viewer.unread;
  return {
    places: [
      { href: paths.home, icon: "home", label: t`ホーム`, unread: notices > 0 },
      { href: paths.people, icon: "search", label: t`さがす`, unread: false },
      { href: paths.opportunities, icon: "post", label: t`募集`, unread: false },
      { href: paths.inbox, icon: "talk", label: t`やりとり`, unread: conversations > 0 },
      { href: paths.me, icon: "person", label: t`わたし`, unread: false },
    ],
    queue: viewer.operates ? { href: paths.queue, icon: "queue", label: t`運営`, unread: queue > 0 } : null,
  };
}

function PlaceLink({ place, current }: { place: Place; current: boolean }) {
  const { t } = useLingui();
  return (
    <Link href={place.href} className={classes(style.place, current && style.current)} aria-current={current ? "page" : undefined}>
      <span className={style.placeIcon}>
        <Icon name={place.icon} />
        {place.unread ? <span className={style.dot} /> : null}
      </span>
      <span className={style.placeLabel}>{place.label}</span>
      {place.unread ? <Hidden>{t`（新着あり）`}</Hidden> : null}
    </Link>
  );
}

const stands = (location: string, href: string) => (href === paths.home ? location === href : location === href || location.startsWith(`${href}/`));

function Rail() {
  const { t } = useLingui();
  const [location] = useLocation();
  const { places, queue } = usePlaces();
  return (
    <header className={style.rail}>
      <Link href={paths.home} className={style.brand} aria-label="縁側 Engawa">
        <Logo />
      </Link>
      <nav className={style.places} aria-label={t`主な場所`}>
        {[...places, ...(queue ? [queue] : [])].map((place) => (
          <PlaceLink key={place.href} place={place} current={stands(location, place.href)} />
        ))}
      </nav>
      <LinkButton href={paths.postOpportunity} icon="plus">
        {t`募集を出す`}
      </LinkButton>
      <div className={style.railFoot}>
        <LanguageSwitch />
      </div>
    </header>
  );
}

function Head() {
  const { t } = useLingui();
  const viewer = useViewer();
  const { queue } = usePlaces();
  return (
    <header className={classes(style.head, Boolean(viewer) && style.memberHead)}>
      <Link href={paths.home} className={style.brand} aria-label="縁側 Engawa">
        <Logo />
      </Link>
      <div className={style.headEnd}>
        {queue ? (
          <Link href={queue.href} className={style.queueChip}>
            <span>{queue.label}</span>
            {queue.unread ? <span className={style.dot} /> : null}
          </Link>
        ) : null}
        <LanguageSwitch />
        {viewer ? null : (
          <Link href={paths.signIn()} className={style.signIn}>
            {t`ログイン`}
          </Link>
        )}
      </div>
    </header>
  );
}

function Bar() {
  const { t } = useLingui();
  const [location] = useLocation();
  const { places } = usePlaces();
  return (
    <nav className={style.bar} aria-label={t`主な場所`}>
      {places.map((place) => (
        <PlaceLink key={place.href} place={place} current={stands(location, place.href)} />
      ))}
    </nav>
  );
}

export function Shell() {
  const { t } = useLingui();
  const { site, viewer } = useSession();
  const online = useOnline();
  useInbox();
  return (
    <div className={classes(style.shell, viewer ? style.member : style.guest)}>
      <a className={style.skip} href="#main">
        {t`本文へ移動`}
      </a>
      {site.demo ? <Banner label={t`デモについて`}>{t`これはデモです。人物・投稿はすべて架空で、掲載の企業・団体とは関係ありません。`}</Banner> : null}
      {viewer?.leaving ? (
        <StatusLine band>
          {t`退会の手続き中です。`} <Link href={paths.data}>{t`取りやめる`}</Link>
        </StatusLine>
      ) : null}
      {online ? null : <StatusLine icon="offline" band>{t`オフラインです。書いたものは保存されています。つながったら送信します。`}</StatusLine>}
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
