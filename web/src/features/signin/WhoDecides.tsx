/** Who will confirm the tenure, how long it takes, and what works meanwhile: said before one joins and after. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";

import { graphql } from "~/gql/signin";
import { Notice } from "~/ui/Notice";

const CompanyGroups = graphql(`
  query CompanyGroups($id: ID!) {
    node(id: $id) {
      id
      ... on Company {
        name
        groups {
          id
          name
          usualDays
        }
      }
    }
  }
`);

export function WhoDecides({ company, operatedBy }: { company: string | null; operatedBy: string }) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: CompanyGroups, variables: { id: company ?? "" }, pause: company === null });
  const node = company === null ? null : data?.node;
  const group = node?.__typename === "Company" ? node.groups[0] : undefined;
  const name = group?.name ?? "";
  const days = group?.usualDays ?? 0;
  return (
    <Notice icon="clock" title={t`申し込みのあと`} role="status">
      <p>
        {group
          ? t`在籍歴は「${name}」の運営者が、通常${days}日ほどで確認します。`
          : t`在籍歴は事務局（${operatedBy}）が確認します。この会社には、運営者のいるグループがまだありません。`}
      </p>
      <p>{t`お待ちのあいだも、公開の募集を読み、プロフィールと募集の下書きを書けます。書類の提出は求めません。`}</p>
    </Notice>
  );
}
