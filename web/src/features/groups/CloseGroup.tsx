/** Closing a group for good: what ends, and who will learn of it, said before it is done. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";

import { graphql } from "~/gql/groups";
import { paths } from "~/lib/paths";
import { NOW, useSubmission } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { ReasonDialog } from "~/ui/asking/ReasonDialog";
import { Quiet, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

const Close = graphql(`
  mutation CloseGroup($input: CloseGroupInput!) {
    closeGroup(input: $input) {
      ... on GroupEnded {
        group {
          id
          state
          closedAt
          closingReason
          viewerMay
          viewerRole
          viewerIsMember
        }
        viewer {
          id
          roles {
            role
            group {
              id
            }
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

export function CloseGroup({ group }: { group: { id: string; name: string; slug: string } }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const [, go] = useLocation();
  const say = useToast();
  const close = useSubmission(Close, NOW);
  const { name } = group;
  const onClose = async (reason: string) => {
    const outcome = await close.send({ group: group.id, reason });
    if (!outcome.ok) return;
    say(t`「${name}」を閉じました。`);
    go(paths.group(group.slug), { replace: true });
  };
  return (
    <Stack gap={3}>
      <Quiet>{t`メンバーの参加、役割、参加リンク、待っている申し込みがすべて終わります。通報は事務局が引き継ぎます。元に戻せません。`}</Quiet>
      <div>
        <Button variant="danger" onClick={() => setAsking(true)}>
          {t`グループを閉じる`}
        </Button>
      </div>
      <ReasonDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t`「${name}」を閉じますか？`}
        explanation={t`メンバー全員にお知らせが1通、申し込み中の方にお知らせとメールが届きます。理由は、グループのページでだれでも読めます。元に戻せません。`}
        templates={[
          { label: t`活動の終わり`, text: t`活動を終えることになりました。これまでのご参加に、心からお礼を申し上げます。` },
          { label: t`ほかと合流`, text: t`ほかのグループと一緒に活動することになりました。そちらでもお待ちしています。` },
        ]}
        action={t`グループを閉じる`}
        danger
        submission={close}
        onSend={(reason) => void onClose(reason)}
      />
    </Stack>
  );
}
