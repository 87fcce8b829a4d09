/** What happened to a group that one proposed, belongs to, or runs: in the group's name, with the reason. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/welcome";
import type { GroupNewsFragment } from "~/gql/welcome/graphql";
import { companyName } from "~/lib/companies";
import { paths } from "~/lib/paths";
import { roleWords } from "~/lib/words";
import { useMember } from "~/lib/viewer";
import { textLanguage } from "~/ui/language";
import { Quiet } from "~/ui/Text";

// Under a name of its own: of other notices the group may be missing.
const GroupNews = graphql(`
  fragment GroupNews on NoticeAbout {
    ... on GroupAdmitted {
      place: group {
        id
        slug
        name
        nameEn
      }
    }
    ... on GroupDeclined {
      reason
      place: group {
        id
        slug
        name
        nameEn
      }
    }
    ... on GroupClosed {
      place: group {
        id
        slug
        name
        nameEn
        closingReason
      }
    }
    ... on OwnershipEnded {
      place: group {
        id
        slug
        name
        nameEn
      }
    }
    ... on RoleGranted {
      role
      reason
      place: group {
        id
        slug
        name
        nameEn
      }
    }
    ... on RoleEnded {
      role
      reason
      place: group {
        id
        slug
        name
        nameEn
      }
    }
  }
`);

type About = Extract<GroupNewsFragment, { __typename: "GroupAdmitted" | "GroupDeclined" | "GroupClosed" | "OwnershipEnded" | "RoleGranted" | "RoleEnded" }>;

const KINDS: readonly string[] = ["GroupAdmitted", "GroupDeclined", "GroupClosed", "OwnershipEnded", "RoleGranted", "RoleEnded"] satisfies About["__typename"][];
const isAbout = (news: GroupNewsFragment): news is About => KINDS.includes(news.__typename);

export function OnAGroup(props: { about: FragmentType<typeof GroupNews> }) {
  const about = readFragment(GroupNews, props.about);
  if (!isAbout(about)) return null;
  const group = <Link href={paths.group(about.place.slug)}>{companyName(about.place)}</Link>;
  const reason = about.__typename === "GroupClosed" ? about.place.closingReason : about.__typename === "GroupAdmitted" || about.__typename === "OwnershipEnded" ? null : about.reason;
  return (
    <>
      <p>{about.__typename === "RoleGranted" || about.__typename === "RoleEnded" ? <OnARole about={about} group={group} /> : about.__typename === "OwnershipEnded" ? <Unowned slug={about.place.slug} group={group} /> : <OnAProposal about={about} group={group} />}</p>
      {reason ? <Quiet><span lang={textLanguage(reason)}>{reason}</span></Quiet> : null}
    </>
  );
}

function OnARole({ about, group }: { about: Extract<About, { __typename: "RoleGranted" | "RoleEnded" }>; group: React.ReactNode }) {
  const { i18n } = useLingui();
  const role = i18n._(roleWords[about.role]);
  return about.__typename === "RoleGranted" ? (
    <Trans>
      {group}での、あなたの役割が「{role}」になりました。
    </Trans>
  ) : (
    <Trans>
      {group}での、あなたの役割（{role}）が終わりました。
    </Trans>
  );
}

function Unowned({ slug, group }: { slug: string; group: React.ReactNode }) {
  return (
    <Trans>
      {group}の代表がいなくなりました。新しい代表は、事務局が決めます。<Link href={paths.groupRoles(slug)}>役割を見る</Link>
    </Trans>
  );
}

function OnAProposal({ about, group }: { about: Extract<About, { __typename: "GroupAdmitted" | "GroupDeclined" | "GroupClosed" }>; group: React.ReactNode }) {
  const { needsSecondFactor } = useMember();
  if (about.__typename === "GroupClosed") return <Trans>{group}は、活動を終えました。ほかのグループには、いつでも申し込めます。</Trans>;
  if (about.__typename === "GroupDeclined") return <Trans>ご提案の{group}は、今回は見送りになりました。書き直して、もう一度提案できます。</Trans>;
  return needsSecondFactor ? (
    <Trans>
      ご提案の{group}が始まりました。あなたが代表です。<Link href={paths.signIns}>パスキーか認証アプリを設定する</Link>と、運営のページが使えます。
    </Trans>
  ) : (
    <Trans>ご提案の{group}が始まりました。あなたが代表です。</Trans>
  );
}
