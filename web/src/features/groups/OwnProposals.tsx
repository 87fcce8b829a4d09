/** Below the list of groups: how one brings one's own here, and the proposals that one has made. */
import { useLingui } from "@lingui/react/macro";

import { companyName } from "~/lib/companies";
import { paths } from "~/lib/paths";
import { LinkButton } from "~/ui/Button";
import { Card, CardList } from "~/ui/Card";
import { textLanguage } from "~/ui/language";
import { Section } from "~/ui/Page";
import { Tag } from "~/ui/Tag";
import { Row, Stack } from "~/ui/Text";

type Proposed = { id: string; slug: string; name: string; nameEn: string | null; state: string };

/** `groups` null: nobody is signed in. */
export function OwnProposals({ groups }: { groups: readonly Proposed[] | null }) {
  const { t } = useLingui();
  return (
    <Section title={t`グループを運営している方へ`}>
      <Stack gap={4}>
        {groups && groups.length > 0 ? (
          <CardList label={t`あなたの提案`}>
            {groups.map((group) => (
              <Card key={group.id} as="li">
                <Row>
                  <LinkButton href={paths.group(group.slug)} variant="quiet">
                    <span lang={textLanguage(companyName(group))}>{companyName(group)}</span>
                  </LinkButton>
                  <Tag>{group.state === "DECLINED" ? t`見送り` : t`事務局の返事待ち`}</Tag>
                </Row>
              </Card>
            ))}
          </CardList>
        ) : null}
        <p>{t`卒業生の集まりを運営している方は、事務局に提案してください。費用も義務もありません。`}</p>
        <div>
          <LinkButton href={groups === null ? paths.signIn(paths.proposeGroup) : paths.proposeGroup} variant="secondary">
            {t`グループを提案する`}
          </LinkButton>
        </div>
      </Stack>
    </Section>
  );
}
