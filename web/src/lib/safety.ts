/** Reporting something, and blocking somebody: from wherever one meets it, in the same way. */
import { useLingui } from "@lingui/react/macro";

import { graphql } from "~/gql/common";
import type { ReportSubject } from "~/gql/common/graphql";

import { type Submission, useSubmission } from "./submission";
import { type ReportReason, reportWords } from "./words";

const Report = graphql(`
  mutation Report($input: FileReportInput!) {
    fileReport(input: $input) {
      ... on ReportFiled {
        report {
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

const Block = graphql(`
  mutation Block($input: BlockMemberInput!) {
    blockMember(input: $input) {
      ... on MemberBlocked {
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

type Asked = Pick<Submission<object, { input: object }>, "state" | "problem" | "errorAt">;
export type Reported = { reason: ReportReason; note: string | null; excerpt?: string | null };

/** `send` tells whether it was received; `reasons` are what one chooses among. */
export function useReport(subject: ReportSubject, id: string): Asked & { send: (said: Reported) => Promise<boolean>; reasons: { value: ReportReason; label: string }[] } {
  const { i18n } = useLingui();
  const { send, ...asked } = useSubmission(Report);
  const reasons = (Object.keys(reportWords) as ReportReason[]).map((value) => ({ value, label: i18n._(reportWords[value]) }));
  return { ...asked, reasons, send: async (said) => (await send({ subject, id, ...said })).ok };
}

export function useBlock(member: string): Asked & { send: () => Promise<boolean> } {
  const { send, ...asked } = useSubmission(Block);
  return { ...asked, send: async () => (await send({ member })).ok };
}
