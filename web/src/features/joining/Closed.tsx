/** A join link by which nobody comes any more: why, and the way on. */
import { useLingui } from "@lingui/react/macro";

import { paths } from "~/lib/paths";
import { Buttons, LinkButton } from "~/ui/Button";
import { Notice } from "~/ui/Notice";
import { Quiet, Stack } from "~/ui/Text";

type ClosedProps = { standing: "USED_UP" | "EXPIRED" | "ENDED"; group: { slug: string; contact: string | null }; member: boolean };

export function Closed({ standing, group, member }: ClosedProps) {
  const { t } = useLingui();
  const why = {
    USED_UP: t`この参加リンクは、予定の人数に達しました。`,
    EXPIRED: t`この参加リンクは、期限が過ぎています。`,
    ENDED: t`この参加リンクは、もう使えません。`,
  };
  const contact = group.contact ?? "";
  return (
    <Stack gap={4}>
      <Notice icon="clock" title={why[standing]}>
        <p>{member ? t`グループのページからも、参加を申し込めます。` : t`リンクがなくても、参加を申し込めます。出身の会社を選ぶと、このグループに届きます。`}</p>
      </Notice>
      <Buttons>
        <LinkButton href={member ? paths.group(group.slug) : paths.join}>{member ? t`グループのページへ` : t`リンクなしで参加する`}</LinkButton>
        <LinkButton href={member ? paths.contact : paths.group(group.slug)} variant="quiet">
          {member ? t`お問い合わせ` : t`グループのページへ`}
        </LinkButton>
      </Buttons>
      {contact ? <Quiet>{t`新しいリンクは、グループの連絡先（${contact}）にお願いしてください。`}</Quiet> : null}
    </Stack>
  );
}
