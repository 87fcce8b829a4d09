/** How the reader stands to a group: a member with a role, or a guest, who reads how one joins; who is signed in applies (Applying). */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/groups";
import { companyName } from "~/lib/companies";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { useViewer } from "~/lib/viewer";
import { roleWords } from "~/lib/words";
import { Notice } from "~/ui/Notice";

const BelongingFragment = graphql(`
  fragment Belonging on AlumniGroup {
    id
    viewerRole
    viewerIsMember
    companies {
      id
      name
      nameEn
    }
  }
`);

export function Belonging(props: { group: FragmentType<typeof BelongingFragment> }) {
  const { t, i18n } = useLingui();
  const viewer = useViewer();
  const { viewerRole, viewerIsMember, companies } = readFragment(BelongingFragment, props.group);
  const named = companies.map(companyName).join(activeLanguage() === "ja" ? "・" : ", ");
  const role = viewerRole ? i18n._(roleWords[viewerRole]) : "";
  if (viewerIsMember) {
    return (
      <Notice tone="good" icon="check" title={t`このグループに参加しています。`}>
        {viewerRole ? (
          <p>
            {t`役割：${role}`} {viewerRole === "COMPANY_CONTACT" ? null : <Link href={paths.queue}>{t`運営のページへ`}</Link>}
          </p>
        ) : null}
      </Notice>
    );
  }
  if (viewer) return null;
  return (
    <Notice icon="people" title={t`参加するには`}>
      <p>
        <Trans>
          {named}にいた方なら、どなたでも申し込めます。費用も義務もありません。<Link href={paths.join}>参加する（無料）</Link>
        </Trans>
      </p>
    </Notice>
  );
}
