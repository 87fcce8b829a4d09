/** The one line that says that search is at work in a simpler way than usual. */
import { useLingui } from "@lingui/react/macro";

import { StatusLine } from "./Notice";

export function SimplerSearch() {
  const { t } = useLingui();
  return <StatusLine icon="search">{t`いまは簡易な検索に切り替えています。並び順がいつもと違うことがあります。`}</StatusLine>;
}
