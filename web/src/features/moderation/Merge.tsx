/** Merging a company into the one that it is, picked by any of its names. It stands in the page: a list over a modal dialog would be out of reach. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/moderation";
import { companyName, noteOf } from "~/lib/companies";
import { useSettled } from "~/lib/delayed";
import { NOW, useSubmission } from "~/lib/submission";
import { Button, Buttons } from "~/ui/Button";
import { type Candidate, ComboBox } from "~/ui/ComboBox";
import { TextArea } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Section } from "~/ui/Page";
import { Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import type { Desk } from "./useDesk";

const CompaniesQuery = graphql(`
  query CompaniesToMerge($text: String) {
    companies(text: $text, first: 8) {
      edges {
        matched
        node {
          id
          name
          nameEn
          industry {
            key
            name
          }
        }
      }
    }
  }
`);

const MergeMutation = graphql(`
  mutation QueueMergeCompanies($input: MergeCompaniesInput!) {
    mergeCompanies(input: $input) {
      ... on CompanyMerged {
        mergedId
        mergedName
        company {
          id
          name
          nameEn
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

export function Merge({ company, desk, onClose }: { company: { id: string; name: string }; desk: Desk; onClose: () => void }) {
  const { t } = useLingui();
  const [text, setText] = useState(company.name);
  const [into, setInto] = useState<Candidate | null>(null);
  const [reason, setReason] = useState("");
  const settled = useSettled(text.trim());
  const [{ data, fetching }] = useQuery({ query: CompaniesQuery, variables: { text: settled }, pause: settled === "" });
  const merge = useSubmission(MergeMutation, NOW);
  const say = useToast();
  const edges = settled === "" ? [] : (data?.companies.edges ?? []).filter(({ node }) => node.id !== company.id);
  const candidates = edges.map(({ node, matched }) => ({
    id: node.id,
    name: companyName(node),
    note: noteOf(matched, node.industry?.name),
  }));
  const send = async () => {
    if (!into) return;
    desk.deciding(company.id);
    const outcome = await merge.send({ company: company.id, into: into.id, reason: reason.trim() || null });
    const name = into.name;
    if (outcome.ok) {
      say(t`「${name}」にまとめました。`);
      onClose();
      desk.decided(company.id);
      desk.outdated();
    } else if (outcome.problem.kind === "refused") desk.outdated();
  };
  return (
    <Section title={t`「${company.name}」をどの会社にまとめますか？`}>
      <Stack gap={4}>
        <p>{t`在籍歴、見せない会社の設定、グループは、まとめた先に移ります。なくなるものはありません。加えた人にお知らせが届きます。元には戻せません。`}</p>
        <ComboBox
          label={t`まとめる先の会社`}
          hint={t`候補から選んでください。略称や旧社名でも見つかります。`}
          text={text}
          onText={(next) => {
            setText(next);
            if (into && next !== into.name) setInto(null);
          }}
          candidates={candidates}
          picked={into}
          onPick={(candidate) => {
            setInto(candidate);
            if (candidate) setText(candidate.name);
          }}
          loading={fetching || settled !== text.trim()}
          error={merge.errorAt("into")}
        />
        <TextArea label={t`理由`} optional hint={t`事務局の記録に残ります。メンバーには届きません。`} value={reason} onChange={setReason} limit={500} error={merge.errorAt("reason")} />
        <FormProblem problem={merge.problem} state={merge.state} placed={["into", "reason"]} />
        <Buttons>
          <Button pending={merge.state !== "idle"} disabled={!into} onClick={() => void send()}>
            {t`まとめる`}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t`戻る`}
          </Button>
        </Buttons>
      </Stack>
    </Section>
  );
}
