/** Who runs a group: who has which role, what each may do, and how roles are given, taken, handed over and laid down. */
import { useLingui } from "@lingui/react/macro";
import { Suspense, lazy, useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/groups";
import { companyName } from "~/lib/companies";
import { paths } from "~/lib/paths";
import { errorIdOf } from "~/lib/submission";
import { useMember } from "~/lib/viewer";
import { roleWords } from "~/lib/words";
import { Button, Buttons } from "~/ui/Button";
import { Card, CardList } from "~/ui/Card";
import { Page, Section } from "~/ui/Page";
import { SecondFactor } from "~/ui/asking/SecondFactor";
import { ErrorState, Loading, NotFound } from "~/ui/States";
import { Stack, Terms } from "~/ui/Text";

import { Holder } from "./Holder";
import { OwnerMissing } from "./OwnerMissing";
import { StepDown } from "./StepDown";

// Picking a person is heavy, and most who come here only look.
const GrantRole = lazy(() => import("./pickers").then((module) => ({ default: module.GrantRole })));

const GroupRolesQuery = graphql(`
  query GroupRoles($slug: String!) {
    group(slug: $slug) {
      id
      slug
      name
      nameEn
      state
      viewerRole
      viewerMay
      lacksOwner
      roles {
        role
        since
        person {
          id
          name
          reading
        }
      }
    }
  }
`);

export function RolesPage({ params }: { params: Record<string, string> }) {
  const { t, i18n } = useLingui();
  const { needsSecondFactor, personId } = useMember();
  const [asking, setAsking] = useState<"grant" | "hand over" | null>(null);
  const [{ data, error }, again] = useQuery({ query: GroupRolesQuery, variables: { slug: params.slug ?? "" }, requestPolicy: "cache-and-network" });
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Loading />;
  const group = data.group;
  if (!group || (!group.viewerRole && !group.viewerMay.includes("SEE_ROLES"))) return <NotFound />;
  const decides = group.viewerRole !== null && group.viewerRole !== "COMPANY_CONTACT";
  const may = new Set(group.viewerMay);
  const appoints = may.has("APPOINT_CONTACT");
  const name = companyName(group);
  const role = group.viewerRole ? i18n._(roleWords[group.viewerRole]) : "";
  const named = { id: group.id, name };
  const body =
    decides && needsSecondFactor ? (
      <SecondFactor href={paths.signIns} />
    ) : (
      <Stack gap={6}>
        {group.lacksOwner ? <OwnerMissing group={group} onRoles /> : null}
        {group.roles.length > 0 ? (
          <CardList label={t`役割のある人`}>
            {group.roles.map((holder) => (
              <Holder key={holder.person.id} group={named} holder={holder} own={holder.person.id === personId} may={may.has("CHANGE_ROLES")} appoints={appoints} />
            ))}
          </CardList>
        ) : null}
        {asking ? (
          <Suspense fallback={<Loading />}>
            <GrantRole key={asking} group={named} handingOver={asking === "hand over"} owning={group.lacksOwner} appoints={appoints} onClose={() => setAsking(null)} />
          </Suspense>
        ) : null}
        {may.has("CHANGE_ROLES") && asking === null ? (
          <Buttons>
            <Button icon="plus" onClick={() => setAsking("grant")}>
              {group.lacksOwner ? t`代表をお願いする` : t`役割をお願いする`}
            </Button>
          </Buttons>
        ) : null}
        {group.viewerRole ? (
          <Section title={t`あなたの役割：${role}`}>
            <Buttons>
              {may.has("HAND_OVER") ? (
                <Button variant="secondary" onClick={() => setAsking("hand over")}>
                  {t`代表を交代する`}
                </Button>
              ) : null}
              <StepDown group={{ ...named, slug: group.slug }} />
            </Buttons>
          </Section>
        ) : null}
        <Section title={t`役割でできること`}>
          <Card>
            <RolesTable />
          </Card>
        </Section>
      </Stack>
    );
  return (
    <Page title={t`役割`} back={paths.group(group.slug)} narrow lead={t`「${name}」を運営している人です。変えたことは、理由と一緒に記録に残ります。`}>
      {body}
    </Page>
  );
}

function RolesTable() {
  const { t, i18n } = useLingui();
  const terms = [
    { key: "OWNER" as const, value: t`役割をお願いしたり、代表を交代したり、グループを閉じたりします。運営者のすることも、すべてできます。` },
    { key: "OPERATOR" as const, value: t`グループのページ、参加の質問、参加リンクを整え、申し込みと通報を決めます。` },
    { key: "DEPUTY" as const, value: t`申し込みと通報を決めます。` },
    { key: "COMPANY_CONTACT" as const, value: t`メンバーから頼まれたときに、会社として在籍を確認します。申し込み、通報、メンバーの一覧は見られません。` },
  ];
  return <Terms terms={terms.map(({ key, value }) => ({ key, label: i18n._(roleWords[key]), value }))} />;
}
