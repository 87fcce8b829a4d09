/** On the form of joining: the address that the OpenID provider proved, in place of the field, and the way to another one. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { useSite } from "~/lib/viewer";
import { Button } from "~/ui/Button";
import { Notice } from "~/ui/Notice";

import { useArrival } from "./arrival";

/** Null where nothing was proven, or the reader wants another address. */
export function useProven(): { proven: string | null; leave: () => void } {
  const { oidcName } = useSite();
  const [left, setLeft] = useState(false);
  const { arrival } = useArrival(oidcName === null);
  return { proven: !left && arrival?.step === "JOIN" ? arrival.email : null, leave: () => setLeft(true) };
}

export function ProvenEmail({ email, onOther }: { email: string; onOther: () => void }) {
  const { t } = useLingui();
  const name = useSite().oidcName ?? "";
  return (
    <Notice icon="check" title={t`${name}で、${email}を確認しました。`}>
      <p>{t`このアドレスで登録します。確認のメールを待たずに参加できます。ほかのメンバーには見えません。`}</p>
      <Button variant="quiet" onClick={onOther}>
        {t`別のメールアドレスにする`}
      </Button>
    </Notice>
  );
}
