/** Proposing a group, for any member: who runs one elsewhere arrives here with nothing. */
import { useLingui } from "@lingui/react/macro";

import { paths } from "~/lib/paths";
import { Page } from "~/ui/Page";

import { ProposalForm } from "./ProposalForm";
import { EMPTY } from "./form";

export function ProposePage() {
  const { t } = useLingui();
  return (
    <Page
      title={t`グループを提案する`}
      back={paths.groups}
      narrow
      lead={t`Facebookグループやメーリングリストで、卒業生の集まりを運営している方へ。ここでも、同じ集まりを始められます。費用も義務もありません。`}
    >
      <ProposalForm proposal={null} empty={EMPTY} />
    </Page>
  );
}
