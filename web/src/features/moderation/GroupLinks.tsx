/** For who runs a group: what they do for it besides deciding. */
import { useLingui } from "@lingui/react/macro";

import { companyName } from "~/lib/companies";
import { paths } from "~/lib/paths";
import { LinkButton } from "~/ui/Button";
import { textLanguage } from "~/ui/language";
import { Row } from "~/ui/Text";

type Run = { id: string; slug: string; name: string; nameEn: string | null };

export function GroupLinks({ groups }: { groups: readonly Run[] }) {
  const { t } = useLingui();
  if (groups.length === 0) return null;
  return (
    <nav aria-label={t`グループの運営`}>
      {groups.map((group) => {
        const name = companyName(group);
        return (
          <Row key={group.id}>
            {groups.length > 1 ? <span lang={textLanguage(name)}>{name}</span> : null}
            <LinkButton href={paths.joinLinks(group.slug)} variant="quiet" icon="send">
              {t`参加リンク`}
            </LinkButton>
            <LinkButton href={paths.roster(group.slug)} variant="quiet">
              {t`名簿と招待`}
            </LinkButton>
            <LinkButton href={paths.groupRoles(group.slug)} variant="quiet">
              {t`役割`}
            </LinkButton>
            <LinkButton href={paths.editGroup(group.slug)} variant="quiet">
              {t`ページを直す`}
            </LinkButton>
          </Row>
        );
      })}
    </nav>
  );
}
