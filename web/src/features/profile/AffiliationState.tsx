/** Where the confirmation of an affiliation stands, in words: confirmed, waiting for whom and how long, or put off and what to do. */
import { useLingui } from "@lingui/react/macro";

import { type FragmentType, graphql, readFragment } from "~/gql/profile";
import { verificationWords } from "~/lib/words";
import { Notice } from "~/ui/Notice";
import { Confirmed } from "~/ui/PersonName";
import { Quiet } from "~/ui/Text";

const StateFragment = graphql(`
  fragment AffiliationState on Affiliation {
    id
    state
    verification
    declineReason
    decidedBy
    company {
      id
      groups {
        id
        usualDays
      }
    }
  }
`);

export function AffiliationState(props: { affiliation: FragmentType<typeof StateFragment> }) {
  const { t, i18n } = useLingui();
  const { state, verification, declineReason, decidedBy, company } = readFragment(StateFragment, props.affiliation);
  if (state === "CONFIRMED") {
    return (
      <Quiet>
        <Confirmed>{i18n._(verificationWords[verification])}</Confirmed>
      </Quiet>
    );
  }
  if (state === "AWAITING") {
    const days = company.groups[0]?.usualDays;
    return (
      <Notice icon="clock" title={t`確認を待っています。`}>
        <p>{days === undefined ? t`${decidedBy}が確認します。` : t`${decidedBy}が、通常${days}日ほどで確認します。`}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="bad" icon="warning" title={t`${decidedBy}が、今回は見送りました。`}>
      {declineReason ? <p>{t`「${declineReason}」`}</p> : null}
      <p>{t`内容を直すと、もう一度確認を受けられます。`}</p>
    </Notice>
  );
}
