/** Until when one can stay, and the one button for it. */
import { useLingui } from "@lingui/react/macro";

import { graphql } from "~/gql/data";
import { formatDay } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { useSubmission } from "~/lib/submission";
import { useSession } from "~/lib/viewer";
import { Button, Buttons } from "~/ui/Button";
import { FormProblem } from "~/ui/FormProblem";
import { Section } from "~/ui/Page";
import { Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

const Withdraw = graphql(`
  mutation WithdrawDeparture($input: WithdrawDepartureInput!) {
    withdrawDeparture(input: $input) {
      ... on DepartureWithdrawn {
        viewer {
          id
          departure {
            erasedAt
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

export function Stay({ erasedAt }: { erasedAt: string }) {
  const { t } = useLingui();
  const say = useToast();
  const { renew } = useSession();
  const withdraw = useSubmission(Withdraw);
  const day = formatDay(erasedAt, activeLanguage());
  const stay = async () => {
    if (!(await withdraw.send({})).ok) return;
    say(t`おかえりなさい。これまでどおり使えます。`);
    renew();
  };
  return (
    <Section title={t`退会の手続き中です`}>
      <Stack gap={4}>
        <p>{t`いまは、ほかのメンバーには見えません。${day}に、お預かりしているものをすべて消します。`}</p>
        <p>{t`取りやめると、すべて元のとおりになります。このまま退会するときは、何もしなくて大丈夫です。`}</p>
        <p>{t`その日までは、データのファイルも受け取れます。`}</p>
        <FormProblem problem={withdraw.problem} state={withdraw.state} />
        <Buttons>
          <Button pending={withdraw.state !== "idle"} onClick={() => void stay()}>{t`退会を取りやめる`}</Button>
        </Buttons>
      </Stack>
    </Section>
  );
}
