/** One talk: who and about what on top, what was said, and the next step at the foot; on wide screens all talks stand beside it. */
import { useLingui } from "@lingui/react/macro";
import type { ResultOf } from "@graphql-typed-document-node/core";
import { useQuery } from "urql";

import { graphql } from "~/gql/inbox";
import { WIDE, useMedia } from "~/lib/media";
import { useOther } from "~/lib/other";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { LinkButton } from "~/ui/Button";
import { Page } from "~/ui/Page";
import { ErrorState, Loading, NotFound } from "~/ui/States";

import { Foot } from "./Foot";
import style from "./TalkPage.module.css";
import { TalkHead } from "./TalkHead";
import { Talk } from "./Talk";
import { Talks } from "./TalksPage";

const TalkQuery = graphql(`
  query Talk($id: ID!) {
    response(id: $id) {
      id
      viewerIsAuthor
      responder {
        id
        name
      }
      responderLabel {
        text
      }
      author {
        id
        name
      }
      ...TalkHead
      ...Talk
      ...TalkFoot
    }
  }
`);

export function TalkPage({ params }: { params: Record<string, string> }) {
  const { t } = useLingui();
  const id = params.id ?? "";
  const wide = useMedia(WIDE);
  return (
    <div className={style.columns} data-page-back>
      {wide ? (
        <nav className={style.beside} aria-label={t`やりとり`}>
          <Talks current={id} />
        </nav>
      ) : null}
      <Opened key={id} id={id} />
    </div>
  );
}

function Opened({ id }: { id: string }) {
  const { t } = useLingui();
  const [{ data, error }, again] = useQuery({ query: TalkQuery, variables: { id }, requestPolicy: "cache-and-network" });
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Loading />;
  const { response } = data;
  if (!response) return <NotFound action={<LinkButton href={paths.inbox} variant="secondary">{t`やりとりを見る`}</LinkButton>} />;
  return <Shown response={response} />;
}

type ShownProps = { response: NonNullable<ResultOf<typeof TalkQuery>["response"]> };

function Shown({ response }: ShownProps) {
  const { t } = useLingui();
  const { name, who } = useOther(response);
  return (
    <Page title={t`${who}とのやりとり`} heading={null}>
      <div className={style.talk} data-talk>
        <TalkHead response={response} />
        <Talk response={response} name={name} who={who} />
        <Foot response={response} who={who} />
      </div>
    </Page>
  );
}
