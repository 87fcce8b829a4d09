/** What the states of somebody on a list are called. */
import { useLingui } from "@lingui/react/macro";

import type { EntryState } from "~/gql/rosters/graphql";

export function useStateWords(): Record<EntryState, string> {
  const { t } = useLingui();
  return { WAITING: t`まだ招待していない方`, INVITED: t`招待した方`, BOUNCED: t`メールが届かなかった方`, ACCEPTED: t`参加した方` };
}
