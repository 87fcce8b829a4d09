/** The foot of a talk: the author's two answers, the wait of who responded, the place to write, or that it has ended. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { type FragmentType, graphql, readFragment } from "~/gql/inbox";
import { useSubmission } from "~/lib/submission";
import { useToast } from "~/ui/Toast";
import { Button } from "~/ui/Button";
import { FormProblem } from "~/ui/FormProblem";
import { ActionBar } from "~/ui/Page";
import { Quiet } from "~/ui/Text";

import { Composer } from "./Composer";
import { EndDialog } from "./EndDialog";
import style from "./Foot.module.css";

const FootFragment = graphql(`
  fragment TalkFoot on Response {
    id
    state
    viewerIsAuthor
    viewerMay
    conversation {
      id
    }
  }
`);

const TakeUp = graphql(`
  mutation TakeUpTalk($input: TakeUpTalkInput!) {
    takeUpTalk(input: $input) {
      ... on TalkTakenUp {
        response {
          id
          state
          viewerMay
          responder {
            id
            name
          }
          responderLabel {
            text
          }
          conversation {
            id
            unread
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

export function Foot({ who, ...props }: { response: FragmentType<typeof FootFragment>; who: string }) {
  const { t } = useLingui();
  const say = useToast();
  const [ending, setEnding] = useState(false);
  const takeUp = useSubmission(TakeUp);
  const { id, state, viewerIsAuthor, viewerMay, conversation } = readFragment(FootFragment, props.response);
  const start = async () => {
    if ((await takeUp.send({ response: id })).ok) say(t`やりとりを始めました。`);
  };
  if (viewerMay.includes("TAKE_UP"))
    return (
      <ActionBar note={t`始めると、${who}に届き、ここで直接話せます。見送ったときは、そのことだけが届きます。`}>
        <Button pending={takeUp.state !== "idle"} onClick={() => void start()}>{t`やりとりを始める`}</Button>
        <Button variant="secondary" onClick={() => setEnding(true)}>{t`見送る`}</Button>
        <FormProblem problem={takeUp.problem} state={takeUp.state} />
        <EndDialog response={id} how="decline" who={who} open={ending} onClose={() => setEnding(false)} />
      </ActionBar>
    );
  if (viewerMay.includes("SEND_MESSAGE") && conversation) return <Composer conversation={conversation.id} />;
  const texts = {
    RESPONDED: t`${who}のお返事を待っています。お返事があると、お知らせします。`,
    TALKING: t`いまは書けません。`,
    AGREED: t`いまは書けません。`,
    DECLINED: viewerIsAuthor ? t`見送りました。このやりとりは終わっています。` : t`今回は見送りになりました。ひとことを、ありがとうございました。`,
    WITHDRAWN: viewerIsAuthor ? t`${who}が辞退しました。このやりとりは終わっています。` : t`辞退しました。このやりとりは終わっています。`,
  };
  return (
    <div className={style.ended}>
      <Quiet>{texts[state]}</Quiet>
    </div>
  );
}
