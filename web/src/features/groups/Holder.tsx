/** One person with their role; owners and stewards change it or take it away, with a reason that the person reads. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { graphql } from "~/gql/groups";
import { formatDay } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { NOW, useSubmission } from "~/lib/submission";
import { roleWords } from "~/lib/words";
import { Button, Buttons } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { RadioGroup } from "~/ui/Field";
import { PersonName } from "~/ui/PersonName";
import { ReasonDialog } from "~/ui/asking/ReasonDialog";
import { Tag } from "~/ui/Tag";
import { Quiet, Row, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { type Role, rolesToGive, useRoleReasons } from "./roles";
import { Grant } from "./grant";

const Take = graphql(`
  mutation TakeRole($input: TakeRoleInput!) {
    takeRole(input: $input) {
      ... on RoleTaken {
        group {
          id
          roles {
            role
            since
            person {
              id
              name
              reading
            }
          }
          operators {
            id
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

type HolderProps = {
  group: { id: string; name: string };
  holder: { role: Role; since: string; person: { id: string; name: string; reading: string | null } };
  own: boolean;
  may: boolean;
  appoints: boolean;
};

export function Holder({ group, holder: { role, since, person }, own, may, appoints }: HolderProps) {
  const { t, i18n } = useLingui();
  const [asking, setAsking] = useState<"change" | "take" | null>(null);
  const [chosen, setChosen] = useState<Role>(role);
  const say = useToast();
  const grant = useSubmission(Grant, NOW);
  const take = useSubmission(Take, NOW);
  const reasons = useRoleReasons();
  const { name } = person;
  const place = group.name;
  const word = i18n._(roleWords[role]);
  const day = formatDay(since, activeLanguage());
  const close = () => setAsking(null);
  const onChange = async (reason: string) => {
    const outcome = await grant.send({ group: group.id, person: person.id, role: chosen, reason });
    if (!outcome.ok) return;
    close();
    say(t`${name}さんの役割を変えました。`);
  };
  const onTake = async (reason: string) => {
    const outcome = await take.send({ group: group.id, person: person.id, reason });
    if (!outcome.ok) return;
    close();
    say(t`${name}さんの役割を外しました。`);
  };
  return (
    <Card as="li">
      <Stack gap={3}>
        <PersonName name={name} plain={name} reading={person.reading} href={paths.person(person.id)} as="h2">
          <Row>
            <Tag>{word}</Tag>
            <Quiet as="span">{t`${day}から`}</Quiet>
          </Row>
        </PersonName>
        {may && !own ? (
          <Buttons>
            <Button variant="secondary" onClick={() => setAsking("change")} aria-label={t`${name}さんの役割を変える`}>
              {t`役割を変える`}
            </Button>
            <Button variant="quiet" onClick={() => setAsking("take")} aria-label={t`${name}さんの役割を外す`}>
              {t`役割を外す`}
            </Button>
          </Buttons>
        ) : null}
      </Stack>
      <ReasonDialog
        open={asking === "change"}
        onClose={close}
        title={t`${name}さんの役割を変えますか？`}
        explanation={t`${name}さんに、「${place}」の名前で、この理由がお知らせとメールで届きます（変えた人の名前は出ません）。`}
        templates={reasons.changed}
        action={t`役割を変える`}
        submission={grant}
        incomplete={chosen === role ? t`いまとちがう役割を選んでください。` : null}
        onSend={(reason) => void onChange(reason)}
      >
        <RadioGroup label={t`新しい役割`} value={chosen} onChange={setChosen} choices={rolesToGive(appoints).map((value) => ({ value, label: i18n._(roleWords[value]) }))} />
      </ReasonDialog>
      <ReasonDialog
        open={asking === "take"}
        onClose={close}
        title={t`${name}さんの役割を外しますか？`}
        explanation={t`運営のページは、すぐに使えなくなります。${name}さんに、「${place}」の名前で、この理由がお知らせとメールで届きます（外した人の名前は出ません）。`}
        templates={reasons.ended}
        action={t`役割を外す`}
        submission={take}
        onSend={(reason) => void onTake(reason)}
      />
    </Card>
  );
}
