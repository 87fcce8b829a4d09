/** One talk in the list: with whom, about what, where it stands, and whether something is unread. */
import { useLingui } from "@lingui/react/macro";
import { Link } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/inbox";
import { formatAgo } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { useOther } from "~/lib/other";
import { paths } from "~/lib/paths";
import { responseWords } from "~/lib/words";
import { Avatar } from "~/ui/Avatar";
import { nameLanguage } from "~/ui/PersonName";
import { Count, Fresh } from "~/ui/Pill";
import { textLanguage } from "~/ui/language";
import { classes } from "~/ui/classes";

import style from "./TalkCard.module.css";

const TalkCardFragment = graphql(`
  fragment TalkCard on Response {
    id
    state
    lastActivityAt
    viewerIsAuthor
    note
    responder {
      id
      name
      photo {
        small
        large
      }
    }
    responderLabel {
      text
    }
    author {
      id
      name
      photo {
        small
        large
      }
    }
    opportunity {
      id
      title
    }
    conversation {
      id
      unread
    }
  }
`);

export function TalkCard({ waiting, current, ...props }: { response: FragmentType<typeof TalkCardFragment>; waiting: boolean; current: boolean }) {
  const { t, i18n } = useLingui();
  const response = readFragment(TalkCardFragment, props.response);
  const { id, state, conversation, lastActivityAt, opportunity, note } = response;
  const { name, nameless, person } = useOther(response);
  const unread = conversation?.unread ?? 0;
  const title = opportunity?.title ?? t`なくなった募集`;
  return (
    <li className={classes(style.talk, current && style.current)}>
      <Avatar name={nameless ? "" : name} photo={person?.photo?.small} />
      <div className={style.text}>
        <div className={style.top}>
          <Link href={paths.response(id)} className={style.name} lang={nameLanguage(name)} aria-current={current ? "page" : undefined}>
            {name}
          </Link>
          <Count value={unread} label={t`未読が${unread}件`} />
          <span className={style.when}>{formatAgo(lastActivityAt, activeLanguage())}</span>
        </div>
        <p className={style.title} lang={textLanguage(title)}>
          {title}
        </p>
        {waiting ? (
          <p className={style.note} lang={textLanguage(note)}>
            {t`「${note}」`}
          </p>
        ) : null}
        <p className={style.state}>{waiting ? <Fresh>{t`お返事をお待ちです`}</Fresh> : i18n._(responseWords[state])}</p>
      </div>
    </li>
  );
}
