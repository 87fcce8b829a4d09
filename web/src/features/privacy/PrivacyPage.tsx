/** Who sees me: the levels, the chosen circles, whom I am not shown to, whom I blocked, and a look with other eyes. */
import { useLingui } from "@lingui/react/macro";

import { paths } from "~/lib/paths";
import { Buttons, LinkButton } from "~/ui/Button";
import { Page, Section } from "~/ui/Page";
import { Stack } from "~/ui/Text";

import { Blocked } from "./Blocked";
import { Circles } from "./Circles";
import { Excluded } from "./Excluded";
import { Levels } from "./Levels";
import { ViewAs } from "./ViewAs";

export function PrivacyPage() {
  const { t } = useLingui();
  return (
    <Page title={t`あなたが見える人`} lead={t`だれに何を見せるかは、いつでも変えられます。変えても、だれにも知らせません。`} back={paths.me} narrow>
      <Stack gap={8}>
        <Section title={t`項目ごとの見える人`}>
          <Levels />
        </Section>
        <Section title={t`選んだグループ・会社`}>
          <Circles />
        </Section>
        <Section title={t`見せない会社・人`}>
          <Excluded />
        </Section>
        <Blocked />
        <Section title={t`ほかの人の目で見る`} id="view-as">
          <ViewAs />
        </Section>
        <Buttons>
          <LinkButton href={paths.editProfile} variant="secondary" icon="edit">{t`プロフィールを書き直す`}</LinkButton>
          <LinkButton href={paths.data} variant="secondary" icon="download">{t`データと退会`}</LinkButton>
        </Buttons>
      </Stack>
    </Page>
  );
}
