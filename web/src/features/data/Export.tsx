/** A copy of one's data: asked for, made while one may go away, downloaded for a week; each state says what it is and what to do. */
import { useLingui } from "@lingui/react/macro";
import { useEffect, useEffectEvent } from "react";

import { type FragmentType, graphql, readFragment } from "~/gql/data";
import type { OwnExportFragment } from "~/gql/data/graphql";
import { formatDay, formatMoment } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { never } from "~/lib/never";
import { useSubmission } from "~/lib/submission";
import { Button, Buttons, LeaveButton } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { FormProblem } from "~/ui/FormProblem";
import { Notice } from "~/ui/Notice";
import { Section } from "~/ui/Page";
import { Quiet, Stack } from "~/ui/Text";

import { formatSize } from "./size";

const Standing = graphql(`
  fragment OwnExport on Export {
    id
    state
    madeAt
    expiresAt
    size
    address
  }
`);

const AskExport = graphql(`
  mutation AskExport($input: AskExportInput!) {
    askExport(input: $input) {
      ... on ExportAsked {
        viewer {
          id
          export {
            ...OwnExport
          }
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

/** A look now and then, while it is being made and somebody is looking; that it is ready comes by itself as well. */
const LOOK_EVERY = 4000;

type ExportProps = { standing: FragmentType<typeof Standing> | null; onLook: () => void };

export function Export({ standing, onLook }: ExportProps) {
  const { t } = useLingui();
  const found = readFragment(Standing, standing);
  const beingMade = found?.state === "BEING_MADE";
  const look = useEffectEvent(() => {
    if (document.visibilityState === "visible") onLook();
  });
  useEffect(() => {
    if (!beingMade) return;
    const timer = setInterval(() => look(), LOOK_EVERY);
    return () => clearInterval(timer);
  }, [beingMade]);
  return (
    <Section title={t`あなたのデータ`} id="export">
      <Stack gap={4}>
        <p>{t`お預かりしているあなたのデータを、1つのファイル（ZIP）で受け取れます。プロフィール、在籍歴、募集、やりとり、設定などが、表計算ソフトで開けるCSVと、すべての項目が入ったJSONで入っています。写真も入っています。`}</p>
        <div role="status">
          <State found={found ?? null} />
        </div>
        {beingMade ? null : <Make found={found ?? null} />}
        <Quiet>{t`やりとりの相手のことばも入っています。大切に扱ってください。何が入っていないかと、その理由は、ファイルの中のREADMEに書いてあります。`}</Quiet>
      </Stack>
    </Section>
  );
}

function State({ found }: { found: OwnExportFragment | null }) {
  const { t } = useLingui();
  if (!found) return null;
  switch (found.state) {
    case "BEING_MADE":
      return (
        <Notice icon="clock" title={t`ファイルを作っています`}>
          <p>{t`たいてい1分ほどでできます。このページを離れても大丈夫です。できたら、お知らせとメールでお伝えします。`}</p>
        </Notice>
      );
    case "READY":
      return <Ready found={found} />;
    case "FAILED":
      return (
        <Notice tone="bad" icon="warning" title={t`ファイルを作れませんでした`}>
          <p>{t`お預かりしているものは、そのままです。もう一度お試しください。続くときは、お問い合わせ先からお知らせください。`}</p>
        </Notice>
      );
    case "EXPIRED":
      return (
        <Notice icon="clock" title={t`前に作ったファイルは消えました`}>
          <p>{t`7日たったか、ファイルに出てくるメンバーが退会したためです。いつでも新しく作れます。`}</p>
        </Notice>
      );
    default:
      return never(found.state);
  }
}

function Ready({ found: { madeAt, expiresAt, size, address } }: { found: OwnExportFragment }) {
  const { t } = useLingui();
  const language = activeLanguage();
  if (!madeAt || !expiresAt || !address) return null;
  const until = formatDay(expiresAt, language);
  const moment = formatMoment(madeAt, language);
  const large = formatSize(size ?? 0);
  return (
    <Card>
      <Stack gap={3}>
        <p>
          <strong>{t`ファイルができています`}</strong>
        </p>
        <p>{t`${until}まで、何度でもダウンロードできます。${moment}の時点のデータです。`}</p>
        <Buttons>
          <LeaveButton href={address} icon="download">{t`ダウンロードする（${large}）`}</LeaveButton>
        </Buttons>
      </Stack>
    </Card>
  );
}

/** The one button that has a file made; of what is there already it says that it goes. */
function Make({ found }: { found: OwnExportFragment | null }) {
  const { t } = useLingui();
  const ask = useSubmission(AskExport);
  const ready = found?.state === "READY";
  return (
    <Stack gap={2}>
      <FormProblem problem={ask.problem} state={ask.state} />
      <Buttons>
        <Button variant={ready ? "secondary" : "primary"} pending={ask.state !== "idle"} onClick={() => void ask.send({})}>
          {ready ? t`新しく作り直す` : found ? t`もう一度ファイルを作る` : t`ファイルを作る`}
        </Button>
      </Buttons>
      {ready ? <Quiet>{t`作り直すと、いまのファイルは消えます。`}</Quiet> : null}
    </Stack>
  );
}
