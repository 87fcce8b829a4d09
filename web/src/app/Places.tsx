/** The places one can go to: a rail at the left on desktops, a bar below on phones, and the line above a page. */
import { useLingui } from "@lingui/react/macro";
import { Link, useLocation } from "wouter";

import { paths } from "~/lib/paths";
import { useViewer } from "~/lib/viewer";
import { LinkButton } from "~/ui/Button";
import { Hidden } from "~/ui/Hidden";
import { Icon, type IconName } from "~/ui/Icon";
import { Logo } from "~/ui/Logo";
import { classes } from "~/ui/classes";

import { LanguageSwitch } from "./LanguageSwitch";
import style from "./Places.module.css";

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

export function Rail() {
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

export function Head() {
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

export function Bar() {
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
