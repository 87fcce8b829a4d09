/** A group's own page, written by its owners and operators: texts, guidelines, contact, join questions; stewards change the companies and both axes too. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "wouter";
import { useQuery } from "urql";

import { graphql } from "~/gql/groups";
import { companyName } from "~/lib/companies";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { useMember } from "~/lib/viewer";
import { Page, Section } from "~/ui/Page";
import { SecondFactor } from "~/ui/asking/SecondFactor";
import { ErrorState, Loading, NotFound } from "~/ui/States";
import { Stack } from "~/ui/Text";

import { CloseGroup } from "./CloseGroup";
import { type Edited, EditForm } from "./EditForm";
import { textsOf } from "./form";

const EditedGroup = graphql(`
  query EditedGroup($slug: String!) {
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
      questions
      viewerMay
      viewerRole
      companies {
        id
        name
        nameEn
      }
    }
  }
`);

export function EditGroupPage({ params }: { params: Record<string, string> }) {
  const { t } = useLingui();
  const { needsSecondFactor } = useMember();
  const [{ data, error }, again] = useQuery({ query: EditedGroup, variables: { slug: params.slug ?? "" }, requestPolicy: "cache-and-network" });
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Loading />;
  const group = data.group;
  if (!group) return <NotFound />;
  const name = companyName(group);
  const runs = group.viewerRole === "OWNER" || group.viewerRole === "OPERATOR";
  if (!group.viewerMay.includes("EDIT")) {
    if (!runs || !needsSecondFactor) return <NotFound />;
    return (
      <Page title={t`グループのページを直す`} back={paths.group(group.slug)} narrow>
        <SecondFactor href={paths.signIns} />
      </Page>
    );
  }
  return (
    <Page
      title={t`グループのページを直す`}
      back={paths.group(group.slug)}
      narrow
      beside={<Link href={paths.groupRoles(group.slug)}>{t`役割`}</Link>}
      lead={t`「${name}」のページに出る内容です。保存すると、すぐに変わります。`}
    >
      <Stack gap={8}>
        <Form key={group.id} group={{ id: group.id, slug: group.slug }} steward={group.viewerMay.includes("PICK_COMPANIES")} read={{ ...textsOf(group), questions: group.questions, companies: group.companies.map((company) => ({ id: company.id, name: companyName(company) })) }} />
        {group.viewerMay.includes("CLOSE") ? (
          <Section title={t`グループを閉じる`}>
            <CloseGroup group={{ id: group.id, name, slug: group.slug }} />
          </Section>
        ) : null}
      </Stack>
    </Page>
  );
}

function Form({ group, read, steward }: { group: { id: string; slug: string }; read: Edited; steward: boolean }) {
  const [empty] = useState(read);
  return <EditForm group={group} empty={empty} steward={steward} />;
}
