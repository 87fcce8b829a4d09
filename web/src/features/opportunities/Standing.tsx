/** What became of an opportunity, said on top of it: closed and why, or hidden, where and why. */
import { Trans, useLingui } from "@lingui/react/macro";

import { type FragmentType, graphql, readFragment } from "~/gql/opportunities";
import { formatDay } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { closeWords } from "~/lib/words";
import { Notice } from "~/ui/Notice";
import { textLanguage } from "~/ui/language";

import { Restore } from "./Restore";

const StandingFragment = graphql(`
  fragment Standing on Opportunity {
    id
    live
    closedAt
    closeReason
    viewerIsAuthor
    hidden {
      reason
      group {
        id
        name
      }
    }
  }
`);

export function Standing(props: { opportunity: FragmentType<typeof StandingFragment> }) {
  const { t, i18n } = useLingui();
  const { id, live, closedAt, closeReason, hidden, viewerIsAuthor } = readFragment(StandingFragment, props.opportunity);
  if (hidden) {
    const { reason } = hidden;
    const group = hidden.group?.name ?? "";
    return (
      <Notice tone="bad" icon="eye" title={group ? t`この募集は、${group}では表示されていません。` : t`この募集は、いま表示されていません。`}>
        <p>
          <Trans>
            理由：<span lang={textLanguage(reason)}>{reason}</span>
          </Trans>
        </p>
        {viewerIsAuthor ? null : <Restore id={id} group={hidden.group?.id ?? null} />}
      </Notice>
    );
  }
  if (live) return null;
  const day = closedAt ? formatDay(closedAt, activeLanguage()) : "";
  return (
    <Notice tone="place" icon="clock" title={closeReason ? i18n._(closeWords[closeReason]) : t`この募集は終わりました。`}>
      <p>{day ? t`${day}に終わりました。新しく手を挙げることはできません。` : t`新しく手を挙げることはできません。`}</p>
    </Notice>
  );
}
