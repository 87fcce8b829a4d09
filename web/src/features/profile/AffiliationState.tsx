/** Where the confirmation of an affiliation stands, in words: confirmed, waiting for whom and how long, or put off and what to do. */
import { useLingui } from "@lingui/react/macro";

import { type FragmentType, graphql, readFragment } from "~/gql/profile";
import { useConfirmationTexts } from "~/lib/confirmationTexts";
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
    confirmations {
      level
      at
      colleagues
      group {
        id
        name
        nameEn
      }
    }
    vouches {
      id
      state
    }
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
  const { t } = useLingui();
  const says = useConfirmationTexts();
  const { state, verification, confirmations, vouches, declineReason, decidedBy, company } = readFragment(StateFragment, props.affiliation);
  if (state === "CONFIRMED") {
    return (
      <>
        {confirmations.map((one) => (
          <Quiet key={one.level}>
            <Confirmed>{says(one)}</Confirmed>
          </Quiet>
        ))}
        {verification === "COLLEAGUE" && company.groups.length > 0 ? <Quiet>{t`グループへの参加は、${decidedBy}が決めます。`}</Quiet> : null}
      </>
    );
  }
  if (state === "AWAITING") {
    const days = company.groups[0]?.usualDays;
    return (
      <Notice icon="clock" title={t`確認を待っています。`}>
        <p>{days === undefined ? t`${decidedBy}が確認します。` : t`${decidedBy}が、通常${days}日ほどで確認します。`}</p>
        {vouches.some((one) => one.state === "HELD") ? <p>{t`元同僚の確認が届いています。運営者か事務局が確かめると、確認になります。`}</p> : null}
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
