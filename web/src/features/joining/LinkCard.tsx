/** One join link for who runs the group: its address and texts, until when it lasts, what came of it, and its end. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { type FragmentType, graphql, readFragment } from "~/gql/joining";
import { formatDay } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { useSubmission } from "~/lib/submission";
import { Button, Buttons } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { CopyButton } from "~/ui/CopyButton";
import { Dialog } from "~/ui/Dialog";
import { TextField } from "~/ui/Field";
import { Fold } from "~/ui/Fold";
import { FormProblem } from "~/ui/FormProblem";
import { textLanguage } from "~/ui/language";
import { Tag } from "~/ui/Tag";
import { Quiet, Row, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { PasteTexts } from "./PasteTexts";
import type { Facts } from "./texts";

const LinkCardFragment = graphql(`
  fragment LinkCard on JoinLink {
    id
    label
    token
    questions
    mostUses
    used
    expiresAt
    standing
    waiting
    approved
    declined
  }
`);

const End = graphql(`
  mutation EndJoinLink($input: EndJoinLinkInput!) {
    endJoinLink(input: $input) {
      ... on JoinLinkEnded {
        joinLink {
          id
          standing
        }
      }
      ... on Problem {
        message
        code
      }
      ... on Invalid {
        field
      }
    }
  }
`);

type LinkCardProps = { link: FragmentType<typeof LinkCardFragment>; /** What the texts say of the group. */ about: Omit<Facts, "address" | "questions">; /** It was made just now. */ fresh: boolean };

export function LinkCard({ about, fresh, ...props }: LinkCardProps) {
  const { t } = useLingui();
  const link = readFragment(LinkCardFragment, props.link);
  const { label, questions, mostUses, used, standing, waiting, approved, declined } = link;
  const address = `${location.origin}${paths.joinLink(link.token)}`;
  const until = formatDay(link.expiresAt, activeLanguage());
  const standings = { OPEN: t`使えます`, USED_UP: t`人数に達しました`, EXPIRED: t`期限が過ぎました`, ENDED: t`止めました` };
  const open = standing === "OPEN";
  const facts = { ...about, address, questions: questions.length };
  const most = mostUses ?? 0;
  return (
    <Card as="li">
      <Stack gap={4}>
        <div>
          <Row ends>
            <h3 lang={textLanguage(label)}>{label}</h3>
            <Tag tone={open ? "bamboo" : "outline"}>{standings[standing]}</Tag>
          </Row>
          <Quiet>
            {[mostUses === null ? t`${plural(used, { other: "#人" })}が使いました` : t`${plural(most, { other: "#人中" })}${plural(used, { other: "#人" })}が使いました`, standing === "EXPIRED" || standing === "ENDED" ? "" : t`${until}まで`]
              .filter(Boolean)
              .join(activeLanguage() === "ja" ? "・" : " · ")}
          </Quiet>
          <Quiet>{t`確認待ち${plural(waiting, { other: "#人" })}・承認${plural(approved, { other: "#人" })}・見送り${plural(declined, { other: "#人" })}`}</Quiet>
        </div>
        {open ? (
          <>
            <Stack gap={2}>
              <TextField label={t`参加リンク`} value={address} onChange={() => undefined} readOnly onFocus={(event) => event.target.select()} />
              <Buttons close>
                <CopyButton text={address} done={t`リンクをコピーしました。`} variant="secondary" label={t`「${label}」のリンクをコピーする`}>
                  {t`リンクをコピーする`}
                </CopyButton>
                <EndLink id={link.id} label={label} />
              </Buttons>
            </Stack>
            {fresh ? (
              <PasteTexts facts={facts} />
            ) : (
              <Fold title={t`貼る文章を見る`} late>
                <PasteTexts facts={facts} />
              </Fold>
            )}
          </>
        ) : null}
      </Stack>
    </Card>
  );
}

function EndLink({ id, label }: { id: string; label: string }) {
  const { t } = useLingui();
  const { send, state, problem } = useSubmission(End);
  const [asking, setAsking] = useState(false);
  const say = useToast();
  const onEnd = async () => {
    if (!(await send({ joinLink: id })).ok) return;
    setAsking(false);
    say(t`「${label}」のリンクを止めました。`);
  };
  return (
    <>
      <Button variant="quiet" onClick={() => setAsking(true)} aria-label={t`「${label}」のリンクを止める`}>
        {t`リンクを止める`}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t`「${label}」のリンクを止めますか？`}
        actions={
          <Button variant="danger" pending={state !== "idle"} onClick={() => void onEnd()}>
            {t`リンクを止める`}
          </Button>
        }
      >
        <Stack gap={3}>
          <p>{t`このリンクからは、もう申し込めなくなります。元に戻せません。すでに届いた申し込みは、そのまま残ります。`}</p>
          <FormProblem problem={problem} state={state} />
        </Stack>
      </Dialog>
    </>
  );
}
