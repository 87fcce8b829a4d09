/** What is true once somebody has refused every further invitation. */
import { useLingui } from "@lingui/react/macro";

import { Page } from "~/ui/Page";

export function Declined() {
  const { t } = useLingui();
  return (
    <Page title={t`招待は、もう届きません`} narrow>
      <p role="status">{t`今後、どのグループからも招待は届きません。名簿にあった内容は、すべて消えました。残っているのは、同じ方へ送らないための、元に戻せない記号だけです。`}</p>
    </Page>
  );
}
