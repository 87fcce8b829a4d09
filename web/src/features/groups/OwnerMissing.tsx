/** That nobody owns a group now, for who runs it and stewards: what goes on all the same, and who can name somebody. */
import { useLingui } from "@lingui/react/macro";
import { Link } from "wouter";

import { paths } from "~/lib/paths";
import { Notice } from "~/ui/Notice";

type OwnerMissingProps = { group: { slug: string; viewerRole: string | null; viewerMay: readonly string[] }; onRoles?: boolean };

export function OwnerMissing({ group: { slug, viewerRole, viewerMay }, onRoles = false }: OwnerMissingProps) {
  const { t } = useLingui();
  const names = viewerMay.includes("CHANGE_ROLES");
  return (
    <Notice icon="group" title={t`このグループには、いま代表がいません`}>
      <p>
        {names
          ? t`事務局は、グループのメンバーに代表をお願いできます。先にご本人の了解をもらってください。`
          : t`新しい代表は、事務局が決めます。お引き受けいただける方がいれば、事務局にお知らせください。`}
      </p>
      {viewerRole ? <p>{t`申し込みと通報は、これまでどおり、残っている運営者で決められます。`}</p> : null}
      {onRoles ? null : (
        <p>
          <Link href={paths.groupRoles(slug)}>{names ? t`代表をお願いする` : t`役割を見る`}</Link>
        </p>
      )}
    </Notice>
  );
}
