/** Told to operators and stewards whose session has given no second factor: what waits, where it is done, and that the rest works. */
import { useLingui } from "@lingui/react/macro";

import { LinkButton } from "../Button";
import { Notice } from "../Notice";
import { Stack } from "../Text";

export function SecondFactor({ href }: { href: string }) {
  const { t } = useLingui();
  return (
    <Notice icon="lock" title={t`運営のページは、本人確認をすると使えます。`}>
      <Stack gap={3}>
        <p>{t`パスキーか認証アプリで、ご本人であることを確かめます。はじめての方は、1分ほどで登録できます。メンバーとしては、このままお使いになれます。`}</p>
        <div>
          <LinkButton href={href} icon="key">
            {t`本人確認へ進む`}
          </LinkButton>
        </div>
      </Stack>
    </Notice>
  );
}
