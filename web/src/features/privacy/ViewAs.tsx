/** Myself through other eyes: a stranger, a colleague, somebody of a company; asked of the server, which looks as they would. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/privacy";
import { companyName } from "~/lib/companies";
import { errorIdOf } from "~/lib/submission";
import { RadioGroup, Select } from "~/ui/Field";
import { ErrorState, Loading } from "~/ui/States";
import { Stack } from "~/ui/Text";

import { type Company, CompanyPicker } from "./CompanyPicker";
import { Viewed } from "./Viewed";

const OwnQuery = graphql(`
  query OwnCircles {
    viewer {
      id
      person {
        id
        affiliations {
          id
          company {
            id
            name
            nameEn
          }
        }
      }
      groups {
        id
        name
        nameEn
      }
    }
  }
`);

const ViewAsQuery = graphql(`
  query ViewAs($company: ID, $group: ID) {
    viewAs(company: $company, group: $group) {
      ...Viewed
    }
  }
`);

type Who = "stranger" | "colleague" | "company";

export function ViewAs() {
  const { t } = useLingui();
  const [who, setWho] = useState<Who>("stranger");
  const [circle, setCircle] = useState("");
  const [company, setCompany] = useState<Company | null>(null);
  const [{ data }] = useQuery({ query: OwnQuery });
  const companies = [...new Map((data?.viewer?.person.affiliations ?? []).map((one) => [one.company.id, one.company])).values()];
  const groups = data?.viewer?.groups ?? [];
  const choices = [
    ...companies.map((one) => ({ value: `company:${one.id}`, label: t`${companyName(one)}出身の人` })),
    ...groups.map((one) => ({ value: `group:${one.id}`, label: t`${companyName(one)}の参加者` })),
  ];
  const colleague = circle || (choices[0]?.value ?? "");
  return (
    <Stack gap={5}>
      <RadioGroup<Who>
        label={t`だれの目で見ますか`}
        value={who}
        onChange={setWho}
        choices={[
          { value: "stranger", label: t`はじめての人`, hint: t`在籍を確認したメンバーで、あなたと同じ会社もグループもない人` },
          { value: "colleague", label: t`同僚だった人`, hint: t`あなたと同じ会社、または同じグループの人`, disabled: choices.length === 0 },
          { value: "company", label: t`ある会社の人`, hint: t`会社を選ぶと、その会社出身の人の目で見ます` },
        ]}
      />
      {who === "colleague" && choices.length > 0 ? <Select label={t`どの同僚ですか`} value={colleague} onChange={setCircle} choices={choices} /> : null}
      {who === "company" ? (
        <>
          <CompanyPicker label={t`どの会社の人ですか`} onPick={setCompany} />
          {company ? <p>{t`${company.name}出身の人の目で見ています。`}</p> : null}
        </>
      ) : null}
      <Answer who={who} colleague={colleague} company={company?.id ?? null} />
    </Stack>
  );
}

function Answer({ who, colleague, company }: { who: Who; colleague: string; company: string | null }) {
  const [kind, id] = colleague.split(":");
  const variables = {
    company: who === "company" ? company : who === "colleague" && kind === "company" ? id : null,
    group: who === "colleague" && kind === "group" ? id : null,
  };
  const pause = (who === "company" && !company) || (who === "colleague" && !id);
  // Asked anew each time: what stands above on this page may just have changed.
  const [{ data, error }, again] = useQuery({ query: ViewAsQuery, variables, pause, requestPolicy: "cache-and-network" });
  if (pause) return null;
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  return data?.viewAs ? <Viewed seen={data.viewAs} /> : <Loading />;
}
