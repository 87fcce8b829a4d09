/** Where a mail program leads who wants no more invitations and is to say so themselves: the same question, without the invitation. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { tokenOf } from "~/lib/token";
import { Page } from "~/ui/Page";

import { Decline } from "./Decline";
import { Declined } from "./Declined";

export function RefusePage() {
  const { t } = useLingui();
  const [token] = useState(() => tokenOf(location.hash));
  const [declined, setDeclined] = useState(false);
  if (declined) return <Declined />;
  return (
    <Page title={t`招待のメールについて`} narrow>
      <Decline token={token} onDeclined={() => setDeclined(true)} />
    </Page>
  );
}
