/** One proposed group: what it is, whose alumni, who proposed it with which career, and the two answers. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/moderation";
import { companyName } from "~/lib/companies";
import { formatAgo, formatPeriod } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { NOW, type Problem, useSubmission } from "~/lib/submission";
import { recognitionWords, runByWords, verificationWords } from "~/lib/words";
import { Button, Buttons } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { textLanguage } from "~/ui/language";
import { PersonName, nameLanguage } from "~/ui/PersonName";
import { Tag, Tags } from "~/ui/Tag";
import { Quiet, Row, Stack } from "~/ui/Text";
import { useToast } from "~/ui/Toast";

import { Admit } from "./Admit";
import { Reason } from "./Reason";
import type { Desk } from "./useDesk";

const ToFoundFragment = graphql(`
  fragment ToFound on GroupToAdmit {
    id
    waitingSince
    proposed {
      id
      slug
      name
      nameEn
      originalDescription
      runBy
      recognition
      contact
      companies {
        id
        name
        nameEn
      }
      proposal {
        version
        note
        proposedBy {
          id
          name
          reading
          affiliations {
            id
            startedOn
            endedOn
            verification
            company {
              id
              name
              nameEn
            }
          }
        }
      }
    }
  }
`);

const DeclineGroup = graphql(`
  mutation QueueDeclineGroup($input: DeclineGroupInput!) {
    declineGroup(input: $input) {
      ... on GroupDeclined {
        group {
          id
          state
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

export function ToFound(props: { item: FragmentType<typeof ToFoundFragment>; desk: Desk }) {
  const { t } = useLingui();
  const { proposed: group } = readFragment(ToFoundFragment, props.item);
  const { desk } = props;
  const [asking, setAsking] = useState<"admit" | "decline" | null>(null);
  // As it was when the steward began to decide: what arrives behind an open dialog has not been read.
  const [version, setVersion] = useState("");
  const decline = useSubmission(DeclineGroup, NOW);
  const say = useToast();
  const { name } = group;
  const close = () => setAsking(null);
  const decide = (how: "admit" | "decline") => {
    setVersion(group.proposal?.version ?? "");
    setAsking(how);
  };
  /** It says something else now: the list is read anew before anybody decides. */
  const settle = (problem: Problem) => {
    if (problem.kind !== "refused" || problem.code !== "ProposalChanged") return;
    say(problem.message);
    close();
  };
  const onDecline = async (reason: string) => {
    desk.deciding(group.id);
    const outcome = await decline.send({ group: group.id, version, reason });
    if (outcome.ok) {
      say(t`見送りました。提案した方に理由をお知らせします。`);
      close();
      desk.decided(group.id);
      return;
    }
    settle(outcome.problem);
    desk.outdated();
  };
  return (
    <Card as="li">
      <Stack gap={4}>
        <Evidence item={props.item} />
        <Buttons>
          <Button onClick={() => decide("admit")} aria-label={t`グループを承認する：${name}`}>
            {t`グループを承認する`}
          </Button>
          <Button variant="quiet" onClick={() => decide("decline")} aria-label={t`「${name}」を見送る`}>
            {t`見送る`}
          </Button>
        </Buttons>
      </Stack>
      {asking === "admit" ? <Admit group={{ id: group.id, version, slug: group.slug, name, nameEn: group.nameEn }} desk={desk} onClose={close} onRefused={settle} /> : null}
      <Reason
        open={asking === "decline"}
        onClose={close}
        title={t`「${name}」を見送りますか？`}
        explanation={t`提案した方に、理由をお知らせします（担当者名は出ません）。提案した方は、書き直して、もう一度提案できます。`}
        templates={[
          { label: t`活動を知りたい`, text: t`活動の様子（人数や、ふだんしていること）を、もう少し教えてください。書き足して、もう一度ご提案ください。` },
          { label: t`ほかのグループ`, text: t`同じ会社の卒業生のグループが、すでにあります。そちらの運営者と、一緒に活動できないかご相談ください。` },
          { label: t`名前`, text: t`会社の公式と読まれる名前になっています。有志の集まりとわかる名前に変えて、もう一度ご提案ください。` },
        ]}
        action={t`見送る`}
        submission={decline}
        onSend={(reason) => void onDecline(reason)}
      />
    </Card>
  );
}

/** What there is to decide by. */
function Evidence({ item }: { item: FragmentType<typeof ToFoundFragment> }) {
  const { t, i18n } = useLingui();
  const language = activeLanguage();
  const { proposed: group, waitingSince } = readFragment(ToFoundFragment, item);
  const { proposal, originalDescription } = group;
  const waited = formatAgo(waitingSince, language);
  const contact = group.contact ?? "";
  const facts = [i18n._(runByWords[group.runBy]), i18n._(recognitionWords[group.recognition]), t`提案：${waited}`];
  const person = proposal?.proposedBy;
  const note = proposal?.note;
  return (
    <>
      <Row>
        <Tag>{t`グループの提案`}</Tag>
      </Row>
      <Stack gap={2}>
        <h2 lang={nameLanguage(group.name)}>
          <Link href={paths.group(group.slug)}>{group.name}</Link>
        </h2>
        <Tags items={group.companies.map(companyName)} label={t`対象の会社・官公庁`} />
        <p lang={textLanguage(originalDescription)}>{originalDescription}</p>
        <Quiet>{facts.join(language === "ja" ? "・" : " · ")}</Quiet>
        {contact ? <Quiet>{t`連絡先：${contact}`}</Quiet> : null}
      </Stack>
      {person ? (
        <PersonName name={person.name} plain={person.name} reading={person.reading} href={paths.person(person.id)} as="p">
          {person.affiliations.map((one) => (
            <Quiet key={one.id}>
              {companyName(one.company)} {formatPeriod(one.startedOn, one.endedOn, language)} {i18n._(verificationWords[one.verification])}
            </Quiet>
          ))}
        </PersonName>
      ) : (
        <Quiet>{t`提案した方は、縁側を退会しています。`}</Quiet>
      )}
      {note ? <p lang={textLanguage(note)}>{t`「${note}」`}</p> : null}
    </>
  );
}
