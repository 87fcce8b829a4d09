/** Where a request to confirm leads: who asks, and the answer. Opening it does nothing; to whom it was not meant there is no such page. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";

import { graphql } from "~/gql/people";
import { companyName } from "~/lib/companies";
import { formatPeriod } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { errorIdOf, useSubmission } from "~/lib/submission";
import { Button, LinkButton } from "~/ui/Button";
import { Card } from "~/ui/Card";
import { FormProblem } from "~/ui/FormProblem";
import { textLanguage } from "~/ui/language";
import { Notice } from "~/ui/Notice";
import { Page } from "~/ui/Page";
import { PersonName, nameLanguage } from "~/ui/PersonName";
import { ErrorState, Loading, NotFound } from "~/ui/States";
import { Quiet, Stack } from "~/ui/Text";

import { VouchForm } from "./VouchForm";

const AskedQuery = graphql(`
  query AskedConfirmation($key: String!) {
    askedConfirmation(key: $key) {
      id
      affiliation
      name
      reading
      formerName
      startedOn
      endedOn
      department
      title
      asCompany
      company {
        id
        name
        nameEn
      }
      shared {
        from
        until
      }
      vouch {
        id
        state
      }
    }
  }
`);

const ConfirmAsCompany = graphql(`
  mutation ConfirmAsCompany($input: ConfirmAsCompanyInput!) {
    confirmAsCompany(input: $input) {
      ... on ConfirmedAsCompany {
        affiliation {
          id
          state
          verification
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

/** An id of a request is 23 characters long; whatever is longer came in a link. */
const ID_LENGTH = 23;

export function AskedPage({ params }: { params: Record<string, string> }) {
  const { t } = useLingui();
  const key = params.key ?? "";
  const [{ data, error }, again] = useQuery({ query: AskedQuery, variables: { key } });
  const [done, setDone] = useState<"confirmed" | "held" | null>(null);
  const language = activeLanguage();
  if (error && !data) return <ErrorState errorId={errorIdOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (!data) return <Loading cards={1} />;
  const asked = data.askedConfirmation;
  const given = done ?? (asked?.vouch ? (asked.vouch.state === "HELD" ? "held" : "confirmed") : null);
  if (!asked) return given ? <Given state={given} /> : <NotFound action={<LinkButton href={paths.home} variant="secondary">{t`ホームへ`}</LinkButton>} />;
  const { name, formerName, shared } = asked;
  const company = companyName(asked.company);
  const detail = [asked.department, asked.title].filter(Boolean).join(language === "ja" ? "・" : " · ");
  return (
    <Page title={t`在籍歴の確認のお願い`} lead={asked.asCompany ? t`${name}さんから、会社としての確認のお願いです。` : t`${name}さんから、元同僚のあなたへのお願いです。`} narrow>
      <Stack gap={5}>
        <Card>
          <PersonName name={name} plain={name} reading={asked.reading} as="h2">
            {formerName ? <Quiet>{t`在籍時のお名前：${formerName}`}</Quiet> : null}
            <p>
              <span lang={nameLanguage(company)}>{company}</span> {formatPeriod(asked.startedOn, asked.endedOn, language)}
            </p>
            {detail ? <p lang={textLanguage(detail)}>{detail}</p> : null}
          </PersonName>
        </Card>
        {given ? (
          <Given state={given} inline />
        ) : asked.asCompany ? (
          <AsCompany affiliation={asked.affiliation} name={name} onDone={() => setDone("confirmed")} />
        ) : shared ? (
          <VouchForm
            affiliation={asked.affiliation}
            token={key.length > ID_LENGTH ? key : undefined}
            name={name}
            months={formatPeriod(shared.from, shared.until, language)}
            onDone={(held) => setDone(held ? "held" : "confirmed")}
          />
        ) : (
          <Notice icon="clock" title={t`在籍期間が重なっていません。`}>
            <p>{t`元同僚として確認できるのは、同じ月に同じ会社にいた人だけです。あなたの在籍歴の期間がちがっていたら、直してから開き直してください。`}</p>
          </Notice>
        )}
        <Quiet>{t`覚えのない方でしたら、何もせずに閉じてください。相手に通知は届きません。`}</Quiet>
      </Stack>
    </Page>
  );
}

function Given({ state, inline = false }: { state: "confirmed" | "held"; inline?: boolean }) {
  const { t } = useLingui();
  const notice =
    state === "held" ? (
      <Notice icon="clock" role="status" title={t`あなたの確認を受け取りました。`}>
        <p>{t`確認されて間もない方の確認は、運営者が確かめてから数えます。それまでは、何も変わりません。`}</p>
      </Notice>
    ) : (
      <Notice tone="good" icon="check" role="status" title={t`確認しました。ありがとうございました。`} />
    );
  return inline ? notice : <Page title={t`在籍歴の確認のお願い`}>{notice}</Page>;
}

function AsCompany({ affiliation, name, onDone }: { affiliation: string; name: string; onDone: () => void }) {
  const { t } = useLingui();
  const confirm = useSubmission(ConfirmAsCompany);
  const send = async () => {
    if ((await confirm.send({ affiliation })).ok) onDone();
  };
  return (
    <Stack gap={4}>
      <p>{t`確認すると、「会社が確認」と表示され、${name}さんはグループのメンバーになります。あなたのお名前は出ません。`}</p>
      <FormProblem problem={confirm.problem} state={confirm.state} />
      <div>
        <Button pending={confirm.state !== "idle"} onClick={() => void send()}>
          {t`会社として確認する`}
        </Button>
      </div>
    </Stack>
  );
}
