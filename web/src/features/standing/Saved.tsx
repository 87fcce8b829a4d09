/** One saved search in the list: to look at what it finds, to change, to pause and to remove it. */
import { useLingui } from "@lingui/react/macro";
import { useId, useState } from "react";

import { type FragmentType, graphql, readFragment } from "~/gql/standing";
import { companyName } from "~/lib/companies";
import { addressOf } from "~/lib/opportunityFilter";
import { paths } from "~/lib/paths";
import { useSubmission } from "~/lib/submission";
import { availabilityWords, verificationWords } from "~/lib/words";
import { Button, Buttons, LinkButton } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { Dialog } from "~/ui/Dialog";
import { FormProblem } from "~/ui/FormProblem";
import { Tag, Tags } from "~/ui/Tag";
import { Quiet, Row, Stack } from "~/ui/Text";
import { textLanguage } from "~/ui/language";

import { type Channel, SearchFragment } from "./search";
import { useDescribed } from "./useDescribed";

const Pause = graphql(`
  mutation PauseSearch($input: PauseStandingQueryInput!) {
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

const Resume = graphql(`
  mutation ResumeSearch($input: ResumeStandingQueryInput!) {
    resumeStandingQuery(input: $input) {
      ... on StandingQueryResumed {
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

const Remove = graphql(`
  mutation RemoveSearch($input: RemoveStandingQueryInput!) {
    removeStandingQuery(input: $input) {
      ... on StandingQueryRemoved {
        removedId
      }
      ... on Problem {
        message
        code
      }
    }
  }
`);

export function Saved(props: { search: FragmentType<typeof SearchFragment> }) {
  const { t, i18n } = useLingui();
  const described = useDescribed();
  const heading = useId();
  const pause = useSubmission(Pause);
  const resume = useSubmission(Resume);
  const { id, about, name, channel, paused, filter } = readFragment(SearchFragment, props.search);
  const turning = paused ? resume : pause;
  const { text, kinds, directions, remote, skills, companies, groups, places, languages, availability, withMe, verification } = filter;
  const confirmed = verification ? [i18n._(verificationWords[verification])] : [];
  const told = [
    ...languages.map((each) => each.name),
    ...availability.map((each) => i18n._(availabilityWords[each])),
    ...(withMe ? [t`同じ時期に同じ会社にいた方`] : []),
  ];
  const others = [...skills.map((skill) => skill.name), ...[...companies, ...groups].map(companyName), ...told, ...confirmed];
  const idsOf = (all: readonly { id: string }[]) => all.map((one) => one.id);
  const asked = { text, kinds: [...kinds], directions: [...directions], remote, skills: idsOf(skills), companies: idsOf(companies), groups: idsOf(groups), places: places.map(({ code }) => code) };
  return (
    <Card as="li">
      <Stack gap={3}>
        <Row ends>
          <h2 id={heading} lang={textLanguage(name)}>{name}</h2>
          {paused ? <Tag tone="outline">{t`お知らせを止めています`}</Tag> : null}
        </Row>
        <Tags items={described(asked, places.map((each) => each.name), others)} label={t`検索の条件`} />
        <Quiet>
          {about === "PEOPLE" ? t`メンバー：新しく参加した方を、週に1回メールでお知らせします。` : <Told channel={channel} />}
        </Quiet>
        <FormProblem problem={turning.problem} state={turning.state} />
        <Buttons about={heading}>
          {about === "PEOPLE" ? null : (
            <LinkButton href={paths.opportunitiesWith(addressOf(asked))} variant="secondary" icon="search">{t`いまある募集を見る`}</LinkButton>
          )}
          <LinkButton href={paths.search(id)} variant="secondary" icon="edit">{t`変える`}</LinkButton>
          <Button variant="secondary" pending={turning.state !== "idle"} onClick={() => void turning.send({ standingQuery: id })}>
            {paused ? t`お知らせを再開する` : t`お知らせを止める`}
          </Button>
          <RemoveButton id={id} name={name} />
        </Buttons>
      </Stack>
    </Card>
  );
}

function Told({ channel }: { channel: Channel }) {
  const { t } = useLingui();
  const words: Record<Channel, string> = {
    LIVE: t`ホームのお知らせに届きます。`,
    MAIL: t`ホームのお知らせと、メールですぐに届きます。`,
    DAILY: t`1日1回、まとめてメールで届きます。`,
    WEEKLY: t`週に1回、まとめてメールで届きます。`,
  };
  return words[channel];
}

function RemoveButton({ id, name }: { id: string; name: string }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const remove = useSubmission(Remove);
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>{t`削除する`}</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t`「${name}」を削除しますか？`}
        actions={
          <Button pending={remove.state !== "idle"} onClick={() => void remove.send({ standingQuery: id })}>
            {t`削除する`}
          </Button>
        }
      >
        <Stack gap={3}>
          <p>{t`この条件のお知らせは、もう届きません。届いたお知らせも、一覧から消えます。`}</p>
          <FormProblem problem={remove.problem} state={remove.state} />
        </Stack>
      </Dialog>
    </>
  );
}
