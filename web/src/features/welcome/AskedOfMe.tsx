/** Who asks me to confirm their time at a company: former colleagues, or members who ask the company that I speak for. */
import { useLingui } from "@lingui/react/macro";

import { type FragmentType, graphql, readFragment } from "~/gql/welcome";
import { companyName } from "~/lib/companies";
import { formatPeriod } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { Buttons, LinkButton } from "~/ui/Button";
import { Card, CardList } from "~/ui/Card";
import { Section } from "~/ui/Page";
import { PersonName, nameLanguage } from "~/ui/PersonName";
import { Quiet, Stack } from "~/ui/Text";

const AskedFragment = graphql(`
  fragment AskedOfMe on AskedConfirmation {
    id
    name
    reading
    formerName
    startedOn
    endedOn
    asCompany
    company {
      id
      name
      nameEn
    }
  }
`);

export function AskedOfMe(props: { asked: readonly FragmentType<typeof AskedFragment>[] }) {
  const { t } = useLingui();
  return (
    <Section title={t`在籍歴の確認をお願いしている人`}>
      <CardList>
        {readFragment(AskedFragment, props.asked).map(({ id, name, reading, formerName, startedOn, endedOn, asCompany, company }) => (
          <Card as="li" key={id}>
            <Stack gap={3}>
              <PersonName name={name} plain={name} reading={reading} as="h3">
                {formerName ? <Quiet>{t`在籍時のお名前：${formerName}`}</Quiet> : null}
                <Quiet>
                  <span lang={nameLanguage(companyName(company))}>{companyName(company)}</span> {formatPeriod(startedOn, endedOn, activeLanguage())}
                </Quiet>
              </PersonName>
              <Buttons>
                <LinkButton variant="secondary" href={paths.asked(id)}>
                  {asCompany ? t`会社として確認する` : t`一緒にいたかを確かめる`}
                </LinkButton>
              </Buttons>
            </Stack>
          </Card>
        ))}
      </CardList>
    </Section>
  );
}
