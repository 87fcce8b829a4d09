/** The top of a talk: with whom, about which opportunity, where it stands, and the rare actions. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/inbox";
import { useOther } from "~/lib/other";
import { paths } from "~/lib/paths";
import { responseWords } from "~/lib/words";
import { Avatar } from "~/ui/Avatar";
import { Button } from "~/ui/Button";
import { Icon } from "~/ui/Icon";
import { nameLanguage } from "~/ui/PersonName";
import { textLanguage } from "~/ui/language";

import { AgreementDialog } from "./AgreementDialog";
import style from "./TalkHead.module.css";
import { TalkMenu } from "./TalkMenu";

const HeadFragment = graphql(`
  fragment TalkHead on Response {
    id
    state
    viewerIsAuthor
    viewerMay
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
    ...Agreement
    ...TalkMenu
  }
`);

export function TalkHead(props: { response: FragmentType<typeof HeadFragment> }) {
  const { t, i18n } = useLingui();
  const [recording, setRecording] = useState(false);
  const response = readFragment(HeadFragment, props.response);
  const { state, viewerMay, opportunity } = response;
  const { name, person, nameless } = useOther(response);
  return (
    <header className={style.head}>
      <Link href={paths.inbox} className={style.back} aria-label={t`やりとりの一覧に戻る`}>
        <Icon name="back" />
      </Link>
      <Avatar name={nameless ? "" : name} photo={person?.photo?.small} />
      <div className={style.text}>
        <h1 className={style.name} lang={nameLanguage(name)} tabIndex={-1}>
          {person ? <Link href={paths.person(person.id)}>{name}</Link> : name}
        </h1>
        <p className={style.about}>
          {opportunity ? (
            <Link href={paths.opportunity(opportunity.id)} className={style.title} lang={textLanguage(opportunity.title)}>
              {opportunity.title}
            </Link>
          ) : (
            <span className={style.title}>{t`なくなった募集`}</span>
          )}
          <span className={style.state}>{i18n._(responseWords[state])}</span>
        </p>
      </div>
      <div className={style.end}>
        {viewerMay.includes("RECORD_AGREEMENT") ? (
          <Button variant="quiet" onClick={() => setRecording(true)}>
            {t`記録する`}
          </Button>
        ) : null}
        <TalkMenu response={response} />
      </div>
      <AgreementDialog response={response} name={name} open={recording} onClose={() => setRecording(false)} />
    </header>
  );
}
