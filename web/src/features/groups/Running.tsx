/** The way to a group's page of texts and of roles, for who may go there. */
import { useLingui } from "@lingui/react/macro";

import { paths } from "~/lib/paths";
import { LinkButton } from "~/ui/Button";
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
      {edits ? <LinkButton href={paths.editGroup(slug)} variant="quiet">{t`ページを直す`}</LinkButton> : null}
      {runs ? <LinkButton href={paths.joinLinks(slug)} variant="quiet">{t`参加リンク`}</LinkButton> : null}
      {runs ? <LinkButton href={paths.roster(slug)} variant="quiet">{t`名簿と招待`}</LinkButton> : null}
      {sees ? <LinkButton href={paths.groupRoles(slug)} variant="quiet">{t`役割`}</LinkButton> : null}
    </Row>
  );
}
