/** Posts that I hid since I opened the page, each with the way back: a decision can be wrong. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "wouter";

import { graphql } from "~/gql/moderation";
import { paths } from "~/lib/paths";
import { NOW, useSubmission } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { Notice } from "~/ui/Notice";
import { Row, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { Reason } from "./Reason";
import type { HiddenPost } from "./useDesk";

const Restore = graphql(`
  mutation QueueRestore($input: RestoreOpportunityInput!) {
    restoreOpportunity(input: $input) {
      ... on OpportunityRestored {
        opportunity {
          id
          hidden {
            reason
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

type JustHiddenProps = { posts: readonly HiddenPost[]; onRestored: (id: string) => void };

export function JustHidden({ posts, onRestored }: JustHiddenProps) {
  const { t } = useLingui();
  if (posts.length === 0) return null;
  return (
    <Notice tone="place" icon="eye" title={t`さきほど非表示にした募集`}>
      <Stack gap={1}>
        {posts.map((post) => (
          <Hidden key={post.id} post={post} onRestored={onRestored} />
        ))}
      </Stack>
    </Notice>
  );
}

function Hidden({ post, onRestored }: { post: HiddenPost; onRestored: (id: string) => void }) {
  const { t } = useLingui();
  const say = useToast();
  const restore = useSubmission(Restore, NOW);
  const [asking, setAsking] = useState(false);
  const { id, title, group } = post;
  const onSend = async (reason: string) => {
    if (!(await restore.send({ opportunity: id, group: group?.id ?? null, reason })).ok) return;
    setAsking(false);
    onRestored(id);
    say(t`「${title}」を元に戻しました。`);
  };
  return (
    <Row ends>
      <Link href={paths.opportunity(id)}>{title}</Link>
      <Button variant="quiet" onClick={() => setAsking(true)} aria-label={t`「${title}」を元に戻す`}>
        {t`元に戻す`}
      </Button>
      <Reason
        open={asking}
        onClose={() => setAsking(false)}
        title={t`この募集を元に戻しますか？`}
        explanation={t`また見えるようになります。募集した方に、理由をお知らせします。`}
        templates={[
          { label: t`問題がない`, text: t`もう一度確認し、問題がないと判断しました。` },
          { label: t`直された`, text: t`内容が直されたことを確認しました。` },
        ]}
        action={t`元に戻す`}
        submission={restore}
        onSend={(reason) => void onSend(reason)}
      />
    </Row>
  );
}
