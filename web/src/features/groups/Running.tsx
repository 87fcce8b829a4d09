/** The way to a group's page of texts and of roles, for who may go there. */
import { useLingui } from "@lingui/react/macro";
import { Link } from "wouter";

import { paths } from "~/lib/paths";
import { Row } from "~/ui/Text";

type RunningProps = { group: { slug: string; state: string; viewerRole: string | null; viewerMay: readonly string[] } };

export function Running({ group: { slug, state, viewerRole, viewerMay } }: RunningProps) {
  const { t } = useLingui();
  const runs = viewerRole === "OWNER" || viewerRole === "OPERATOR";
  const edits = viewerMay.includes("EDIT") || runs;
  const sees = viewerRole !== null || viewerMay.includes("SEE_ROLES");
  if (state !== "ADMITTED" || !(edits || sees)) return null;
  return (
    <Row>
      {edits ? <Link href={paths.editGroup(slug)}>{t`ページを直す`}</Link> : null}
      {runs ? <Link href={paths.joinLinks(slug)}>{t`参加リンク`}</Link> : null}
      {runs ? <Link href={paths.roster(slug)}>{t`名簿と招待`}</Link> : null}
      {sees ? <Link href={paths.groupRoles(slug)}>{t`役割`}</Link> : null}
    </Row>
  );
}
