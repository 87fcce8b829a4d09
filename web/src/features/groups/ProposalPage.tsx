/** Changing one's own proposal, while it waits or after it was declined. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/groups";
import type { ProposedGroupQuery } from "~/gql/groups/graphql";
import { companyName } from "~/lib/companies";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { Notice } from "~/ui/Notice";
import { Page } from "~/ui/Page";
import { ErrorState, Loading, NotFound } from "~/ui/States";
import { Stack } from "~/ui/Text";
import { textLanguage } from "~/ui/language";

import { ProposalForm } from "./ProposalForm";
import { type Proposal, textsOf } from "./form";

const ProposedGroup = graphql(`
  query ProposedGroup($slug: String!) {
    group(slug: $slug) {
      id
      slug
      name
      nameEn
      originalDescription
      descriptionEn
      guidelines
      contact
      runBy
      recognition
      usualDays
      state
      companies {
        id
        name
        nameEn
      }
      proposal {
        note
        reason
      }
    }
  }
`);

type Group = NonNullable<ProposedGroupQuery["group"]>;

function formOf(group: Group): Proposal {
  return {
    ...textsOf(group),
    slug: group.slug,
    companies: group.companies.map((company) => ({ id: company.id, name: companyName(company) })),
    note: group.proposal?.note ?? "",
  };
}

export function ProposalPage({ params }: { params: Record<string, string> }) {
  const [{ data, error }, again] = useQuery({ query: ProposedGroup, variables: { slug: params.slug ?? "" }, requestPolicy: "cache-and-network" });
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Loading />;
  const group = data.group;
  if (!group?.proposal || group.state === "ADMITTED" || group.state === "CLOSED") return <NotFound />;
  return <Change key={group.id} group={group} />;
}

function Change({ group }: { group: Group }) {
  const { t } = useLingui();
  const [empty] = useState(() => formOf(group));
  const reason = group.proposal?.reason;
  return (
    <Page title={t`提案を書き直す`} back={paths.group(group.slug)} narrow>
      <Stack gap={6}>
        {reason ? (
          <Notice icon="edit" title={t`前回の見送りの理由`}>
            <p lang={textLanguage(reason)}>{reason}</p>
          </Notice>
        ) : null}
        <ProposalForm proposal={group.id} empty={empty} />
      </Stack>
    </Page>
  );
}
