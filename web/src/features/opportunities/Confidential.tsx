/** The reminder that stands where people write about the companies that they were with. */
import { useLingui } from "@lingui/react/macro";

import { Notice } from "~/ui/Notice";

export function Confidential() {
  const { t } = useLingui();
  return (
    <Notice icon="lock">
      <p>{t`前の勤務先の秘密（守秘義務・営業秘密にあたること）は、書かないでください。`}</p>
    </Notice>
  );
}
