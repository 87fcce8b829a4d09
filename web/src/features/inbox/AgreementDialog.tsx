/** Recording that both go on: no contract, and it counts when both sides have recorded it. */
import { useLingui } from "@lingui/react/macro";

import { type FragmentType, graphql, readFragment } from "~/gql/inbox";
import { useSubmission } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { FormProblem } from "~/ui/FormProblem";
import { Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

const AgreementFragment = graphql(`
  fragment Agreement on Response {
    id
    otherAgreed
  }
`);

const Record = graphql(`
  mutation RecordAgreement($input: RecordAgreementInput!) {
    recordAgreement(input: $input) {
      ... on AgreementRecorded {
        response {
          id
          state
          viewerMay
          viewerAgreed
          otherAgreed
          agreedAt
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

type AgreementDialogProps = { response: FragmentType<typeof AgreementFragment>; name: string; open: boolean; onClose: () => void };

export function AgreementDialog({ name, open, onClose, ...props }: AgreementDialogProps) {
  const { t } = useLingui();
  const say = useToast();
  const record = useSubmission(Record);
  const { id, otherAgreed } = readFragment(AgreementFragment, props.response);
  const send = async () => {
    if (!(await record.send({ response: id })).ok) return;
    onClose();
    say(otherAgreed ? t`おふたりの記録がそろいました。` : t`記録しました。${name}さんの記録を待ちます。`);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t`まとまったことを記録する（契約の締結ではありません）`}
      actions={
        <Button pending={record.state !== "idle"} onClick={() => void send()}>
          {t`記録する`}
        </Button>
      }
    >
      <Stack gap={4}>
        <p>
          {otherAgreed
            ? t`${name}さんは、もう記録しています。あなたが記録すると「成立」になり、おふたりだけに表示されます。`
            : t`あなたが記録したことは、${name}さんだけに届きます。${name}さんも記録すると「成立」になります。`}
        </p>
        <p>{t`契約や報酬の約束は、これとは別に、おふたりで書面などで交わしてください。`}</p>
        <FormProblem problem={record.problem} state={record.state} />
      </Stack>
    </Dialog>
  );
}
