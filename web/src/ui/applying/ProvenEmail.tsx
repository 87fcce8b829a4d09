/** On a form of joining: the address that the OpenID provider proved, in place of the field, and the way to another one. */
import { useLingui } from "@lingui/react/macro";

import { Button } from "../Button";
import { Notice } from "../Notice";

/** `by` is the provider, as members call it. */
export function ProvenEmail({ email, by, onOther }: { email: string; by: string; onOther: () => void }) {
  const { t } = useLingui();
  return (
    <Notice icon="check" title={t`${by}で、${email}を確認しました。`}>
      <p>{t`このアドレスで登録します。確認のメールを待たずに参加できます。ほかのメンバーには見えません。`}</p>
      <Button variant="quiet" onClick={onOther}>
        {t`別のメールアドレスにする`}
      </Button>
    </Notice>
  );
}
