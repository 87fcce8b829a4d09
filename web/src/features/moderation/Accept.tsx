/** Accepting a company: its right name, its English one, what it does; and who will learn of it. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/moderation";
import { NOW, useSubmission } from "~/lib/submission";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Select, TextField } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import type { Desk } from "./useDesk";

const IndustriesQuery = graphql(`
  query Industries {
    industries {
      key
      name
    }
  }
`);

const AcceptMutation = graphql(`
  mutation QueueAcceptCompany($input: AcceptCompanyInput!) {
    acceptCompany(input: $input) {
      ... on CompanyAccepted {
        company {
          id
          name
          nameEn
          proposed
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

export function Accept({ company, desk, onClose }: { company: { id: string; name: string }; desk: Desk; onClose: () => void }) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: IndustriesQuery });
  const accept = useSubmission(AcceptMutation, NOW);
  const [name, setName] = useState(company.name);
  const [nameEn, setNameEn] = useState("");
  const [industry, setIndustry] = useState("");
  const say = useToast();
  const send = async () => {
    desk.deciding(company.id);
    const outcome = await accept.send({ company: company.id, name, nameEn: nameEn || null, industry: industry || null });
    if (outcome.ok) {
      say(t`「${name}」を登録しました。`);
      onClose();
      desk.decided(company.id);
    } else if (outcome.problem.kind === "refused") desk.outdated();
  };
  const choices = (data?.industries ?? []).map((one) => ({ value: one.key, label: one.name }));
  return (
    <Dialog
      open
      onClose={onClose}
      title={t`「${company.name}」を登録しますか？`}
      actions={
        <Button pending={accept.state !== "idle"} disabled={!name.trim()} onClick={() => void send()}>
          {t`この会社を登録する`}
        </Button>
      }
    >
      <Stack gap={4}>
        <p>{t`加えた人に、登録したことをお知らせします。いまの書き方でも、これからも見つかります。`}</p>
        <TextField label={t`名前`} value={name} onChange={setName} error={accept.errorAt("name")} />
        <TextField label={t`英語の名前`} optional value={nameEn} onChange={setNameEn} error={accept.errorAt("nameEn")} />
        <Select label={t`業種`} optional value={industry} onChange={setIndustry} choices={choices} placeholder={t`わからない`} error={accept.errorAt("industry")} />
        <FormProblem problem={accept.problem} state={accept.state} placed={["name", "nameEn", "industry"]} />
      </Stack>
    </Dialog>
  );
}
