/** Laying one's own role down; who is the last owner learns that somebody else must own the group first. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";

import { graphql } from "~/gql/groups";
import { paths } from "~/lib/paths";
import { NOW, useSubmission } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { ReasonDialog } from "~/ui/asking/ReasonDialog";
import { useToast } from "~/ui/Toast";

import { useRoleReasons } from "./roles";

const Step = graphql(`
  mutation StepDown($input: StepDownInput!) {
    stepDown(input: $input) {
      ... on SteppedDown {
        group {
          id
          viewerRole
          viewerMay
          operators {
            id
          }
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

export function StepDown({ group }: { group: { id: string; name: string; slug: string } }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const [, go] = useLocation();
  const say = useToast();
  const step = useSubmission(Step, NOW);
  const reasons = useRoleReasons();
  const { name } = group;
  const onStep = async (reason: string) => {
    const outcome = await step.send({ group: group.id, reason });
    if (!outcome.ok) return;
    say(t`役割を降りました。ありがとうございました。`);
    go(paths.group(group.slug), { replace: true });
  };
  return (
    <>
      <Button variant="quiet" onClick={() => setAsking(true)}>
        {t`役割を降りる`}
      </Button>
      <ReasonDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t`「${name}」の役割を降りますか？`}
        explanation={t`運営のページは使えなくなります。グループへの参加は、そのまま変わりません。理由は記録に残り、メンバーには出ません。`}
        templates={reasons.laidDown}
        action={t`役割を降りる`}
        submission={step}
        onSend={(reason) => void onStep(reason)}
      />
    </>
  );
}
