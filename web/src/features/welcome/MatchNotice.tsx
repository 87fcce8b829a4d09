/** A post meets a search that I saved: which one, and with one tap no more of it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/welcome";
import { paths } from "~/lib/paths";
import { useSubmission } from "~/lib/submission";
import { Button, Buttons } from "~/ui/Button";
import { FormProblem } from "~/ui/FormProblem";
import { Quiet } from "~/ui/Text";
import { textLanguage } from "~/ui/language";

const MatchNews = graphql(`
  fragment MatchNews on NoticeAbout {
    ... on StandingQueryMatched {
      standingQuery {
        id
        name
        paused
      }
      post: opportunity {
        id
        title
      }
    }
  }
`);

const Pause = graphql(`
  mutation PauseFromNotice($input: PauseStandingQueryInput!) {
    pauseStandingQuery(input: $input) {
      ... on StandingQueryPaused {
        standingQuery {
          id
          paused
        }
      }
      ... on Problem {
        message
        code
      }
    }
  }
`);

export function OnAMatch(props: { about: FragmentType<typeof MatchNews> }) {
  const { t } = useLingui();
  const pause = useSubmission(Pause);
  const about = readFragment(MatchNews, props.about);
  if (about.__typename !== "StandingQueryMatched") return null;
  const { standingQuery: search, post } = about;
  const name = <span lang={textLanguage(search.name)}>{search.name}</span>;
  return (
    <>
      <p>
        <Link href={paths.opportunity(post.id)} lang={textLanguage(post.title)}>
          {post.title}
        </Link>
      </p>
      <Quiet>
        <Trans>保存した条件「{name}」に合う、新しい募集です。</Trans>
      </Quiet>
      <FormProblem problem={pause.problem} state={pause.state} />
      {search.paused ? (
        <Quiet>
          <Trans>
            この条件のお知らせは止めてあります。<Link href={paths.searches}>保存した条件</Link>で再開できます。
          </Trans>
        </Quiet>
      ) : (
        <Buttons>
          <Button variant="quiet" pending={pause.state !== "idle"} onClick={() => void pause.send({ standingQuery: search.id })}>
            {t`この条件のお知らせを止める`}
          </Button>
        </Buttons>
      )}
    </>
  );
}
