/** Giving somebody a role, or handing the group over: whom, which role, why, and who will learn of it. */
import { useLingui } from "@lingui/react/macro";
import { type MouseEvent, useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/groups";
import { useSettled } from "~/lib/delayed";
import { usePeople } from "~/lib/picking";
import { NOW, useSubmission } from "~/lib/submission";
import { useMember } from "~/lib/viewer";
import { roleWords } from "~/lib/words";
import { Button, Buttons } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { RadioGroup } from "~/ui/Field";
import { FormProblem } from "~/ui/FormProblem";
import { Picker } from "~/ui/Picker";
import { ReasonField, useReasonLeftOut } from "~/ui/asking/ReasonDialog";
import { Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";
import { focusInvalid } from "~/ui/focus";

import { Grant } from "./grant";
import { type Role, rolesToGive, useRoleReasons } from "./roles";

const HandOver = graphql(`
  mutation HandOverGroup($input: HandOverGroupInput!) {
    handOverGroup(input: $input) {
      ... on GroupHandedOver {
        group {
          id
          viewerRole
          viewerMay
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
        viewer {
          id
          roles {
            role
            group {
              id
            }
          }
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

const MembersToPick = graphql(`
  query MembersToPick($text: String, $group: ID!) {
    people(text: $text, filter: { groups: [$group] }, first: 8) {
      edges {
        node {
          id
          name
          reading
        }
      }
    }
  }
`);

/** Who has a role belongs to the group. */
function useMembers(group: string, text: string) {
  const settled = useSettled(text.trim());
  const [{ data, fetching }] = useQuery({ query: MembersToPick, variables: { text: settled, group }, pause: settled === "" });
  const found = settled === "" ? [] : (data?.people.edges ?? []);
  return {
    candidates: found.map(({ node }) => ({ id: node.id, name: node.name, note: node.reading ?? undefined })),
    loading: fetching || settled !== text.trim(),
  };
}

type GrantRoleProps = { group: { id: string; name: string }; handingOver: boolean; owning: boolean; appoints: boolean; onClose: () => void };

export function GrantRole({ group, handingOver, owning, appoints, onClose }: GrantRoleProps) {
  const { t, i18n } = useLingui();
  const say = useToast();
  const { personId } = useMember();
  const [person, setPerson] = useState<{ id: string; name: string } | null>(null);
  const [role, setRole] = useState<Role>(owning ? "OWNER" : "DEPUTY");
  const [text, setText] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const missing = useReasonLeftOut()(reason);
  const anybody = !handingOver && role === "COMPANY_CONTACT";
  const members = useMembers(group.id, anybody ? "" : text);
  const everybody = usePeople(anybody ? text : "");
  const { candidates, loading } = anybody ? everybody : members;
  const grant = useSubmission(Grant, NOW);
  const handOver = useSubmission(HandOver, NOW);
  const reasons = useRoleReasons();
  const place = group.name;
  const onSend = async ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const card = currentTarget.closest("section");
    setTried(true);
    if (!person || missing) {
      if (card) focusInvalid(card);
      return;
    }
    const given = { group: group.id, person: person.id, reason: reason.trim() };
    const outcome = handingOver ? await handOver.send(given) : await grant.send({ ...given, role });
    if (!outcome.ok) return;
    const { name } = person;
    say(handingOver ? t`${name}さんが代表になりました。` : t`${name}さんの役割が決まりました。`);
    onClose();
  };
  const submission = handingOver ? handOver : grant;
  return (
    <Card label={handingOver ? t`代表を交代する` : t`役割をお願いする`}>
      <Stack gap={4}>
        <h2>{handingOver ? t`代表を交代する` : t`役割をお願いする`}</h2>
        <p>
          {handingOver
            ? t`選んだ方が、すぐに「${place}」の代表になり、あなたは運営者になります。その方に、グループの名前で、理由がお知らせとメールで届きます。`
            : t`役割は、すぐに始まります。選んだ方に、「${place}」の名前で、理由がお知らせとメールで届きます。先にご本人の了解をもらってください。`}
        </p>
        {handingOver ? null : (
          <RadioGroup
            label={t`役割`}
            value={role}
            onChange={(next) => {
              setRole(next);
              setPerson(null);
              setText("");
            }}
            choices={rolesToGive(appoints).map((value) => ({ value, label: i18n._(roleWords[value]) }))}
          />
        )}
        <Picker
          key={anybody ? "anybody" : "members"}
          label={handingOver ? t`新しい代表` : t`お願いする人`}
          hint={anybody ? t`在籍歴を確認したメンバーから選びます。この会社の卒業生でなくてもかまいません。` : t`グループのメンバーから、お名前で探します。`}
          error={tried && !person ? t`候補から1人を選んでください。` : null}
          text={text}
          onText={(next) => {
            setText(next);
            if (person && next !== person.name) setPerson(null);
          }}
          candidates={candidates.filter(({ id }) => id !== personId)}
          loading={loading}
          onPick={({ id, name }) => setPerson({ id, name })}
        />
        <ReasonField templates={reasons.given} reason={reason} onChange={setReason} error={(tried && missing) || submission.errorAt("reason")} />
        <FormProblem problem={submission.problem} state={submission.state} placed={["reason"]} />
        <Buttons>
          <Button pending={submission.state !== "idle"} onClick={(event) => void onSend(event)}>
            {handingOver ? t`この人に交代する` : t`お願いする`}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t`やめる`}
          </Button>
        </Buttons>
      </Stack>
    </Card>
  );
}
