/** To whom I am not shown: companies and members, added and taken back here; nobody is told of either. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/privacy";
import { companyName } from "~/lib/companies";
import { usePages } from "~/lib/pages";
import { usePeople } from "~/lib/picking";
import { useSubmission } from "~/lib/submission";
import { useMember } from "~/lib/viewer";
import { Button } from "~/ui/Button";
import { FormProblem } from "~/ui/FormProblem";
import { Picked } from "~/ui/Picked";
import { Picker } from "~/ui/Picker";
import { Quiet, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { CompanyPicker } from "./CompanyPicker";

const ExclusionsQuery = graphql(`
  query Exclusions($after: String) {
    viewer {
      id
      privacy {
        exclusions(first: 20, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              id
              company {
                id
                name
                nameEn
              }
              person {
                id
                name
              }
            }
          }
        }
      }
    }
  }
`);

const ExcludeCompany = graphql(`
  mutation ExcludeCompany($input: ExcludeCompanyInput!) {
    excludeCompany(input: $input) {
      ... on CompanyExcluded {
        viewer {
          id
        }
      }
      ... on Problem {
        message
        code
      }
      ... on Invalid {
        field
      }
    }
  }
`);

const ExcludeMember = graphql(`
  mutation HideFromMember($input: ExcludeMemberInput!) {
    excludeMember(input: $input) {
      ... on MemberExcluded {
        viewer {
          id
        }
      }
      ... on Problem {
        message
        code
      }
      ... on Invalid {
        field
      }
    }
  }
`);

const IncludeCompany = graphql(`
  mutation IncludeCompany($input: IncludeCompanyInput!) {
    includeCompany(input: $input) {
      ... on CompanyIncluded {
        company
      }
      ... on Problem {
        message
        code
      }
      ... on Invalid {
        field
      }
    }
  }
`);

const IncludeMember = graphql(`
  mutation IncludeMember($input: IncludeMemberInput!) {
    includeMember(input: $input) {
      ... on MemberIncluded {
        member
      }
      ... on Problem {
        message
        code
      }
      ... on Invalid {
        field
      }
    }
  }
`);

export function Excluded() {
  const { t } = useLingui();
  const say = useToast();
  const exclude = useSubmission(ExcludeCompany);
  const hide = useSubmission(ExcludeMember);
  const [person, setPerson] = useState("");
  const people = usePeople(person);
  const { personId } = useMember();
  const { afters, more } = usePages("exclusions");
  return (
    <Stack gap={4}>
      <p>{t`会社を選ぶと、その会社（前身・後継の会社も）にいた人と、いまいる人のだれにも、あなたのプロフィールと募集が見えなくなります。本人の登録だけの人も含みます。だれにも知らせません。`}</p>
      <CompanyPicker
        label={t`見せない会社を選ぶ`}
        hint={t`略称や旧社名でも見つかります。`}
        error={exclude.errorAt("company")}
        several
        onPick={({ id, name }) =>
          void exclude.send({ company: id }).then(({ ok }) => ok && say(t`${name}にかかわる人には、あなたを見せません。`))
        }
      />
      <FormProblem problem={exclude.problem} state={exclude.state} placed={["company"]} />
      <Picker
        label={t`見せない人を選ぶ`}
        hint={t`お名前で探します。つながりのある人を選ぶと、つながりもなくなります。`}
        candidates={people.candidates.filter(({ id }) => id !== personId)}
        loading={people.loading}
        text={person}
        onText={setPerson}
        several
        onPick={({ id, name }) => void hide.send({ member: id }).then(({ ok }) => ok && say(t`${name}さんには、あなたを見せません。`))}
      />
      <FormProblem problem={hide.problem} state={hide.state} />
      {afters.map((after, index) => (
        <Those key={after ?? "first"} after={after} last={index === afters.length - 1} onMore={more} />
      ))}
      <Quiet>{t`この設定より前に見られた内容や、すでにやりとりした内容は、相手の手もとから消えません。やりとりは残りますが、あなたのお名前は出なくなります。事務局と、あなたの在籍歴を確認する運営者には見えます。`}</Quiet>
    </Stack>
  );
}

type ThoseProps = { after: string | null; last: boolean; onMore: (cursor: string | null | undefined) => void };

function Those({ after, last, onMore }: ThoseProps) {
  const { t } = useLingui();
  const say = useToast();
  const company = useSubmission(IncludeCompany);
  const member = useSubmission(IncludeMember);
  const [{ data }] = useQuery({ query: ExclusionsQuery, variables: { after }, requestPolicy: after ? "cache-first" : "cache-and-network" });
  const found = data?.viewer?.privacy.exclusions;
  if (!found) return null;
  const back = async (node: (typeof found.edges)[number]["node"], name: string) => {
    const { ok } = node.company ? await company.send({ company: node.id }) : await member.send({ member: node.id });
    if (ok) say(t`${name}に、また見えるようになりました。`);
  };
  return (
    <>
      {found.edges.length === 0 && !after ? <Quiet>{t`いまは、だれも選んでいません。`}</Quiet> : null}
      {found.edges.map(({ node }) => {
        const name = node.company ? companyName(node.company) : (node.person?.name ?? t`いまは見えないメンバー`);
        return (
          <Picked key={node.id} name={name} act={t`また見せる`} label={t`${name}に、また見せる`} onAct={() => void back(node, name)} />
        );
      })}
      <FormProblem problem={company.problem ?? member.problem} state="idle" />
      {last && found.pageInfo.hasNextPage ? (
        <Button variant="secondary" onClick={() => onMore(found.pageInfo.endCursor)}>
          {t`もっと見る`}
        </Button>
      ) : null}
    </>
  );
}
