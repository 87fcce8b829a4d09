/** Where I was, in short: each affiliation with where its confirmation stands. */
import { useLingui } from "@lingui/react/macro";
import { Link } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/profile";
import { companyName } from "~/lib/companies";
import { formatPeriod } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { Card } from "~/ui/Card";
import { Section } from "~/ui/Page";
import { nameLanguage } from "~/ui/PersonName";
import { Quiet, Stack } from "~/ui/Text";

import { AffiliationState } from "./AffiliationState";

const OwnCareerFragment = graphql(`
  fragment OwnCareer on Person {
    id
    affiliations {
      id
      startedOn
      endedOn
      company {
        id
        name
        nameEn
      }
      ...AffiliationState
    }
  }
`);

export function OwnCareer(props: { person: FragmentType<typeof OwnCareerFragment> }) {
  const { t } = useLingui();
  const { affiliations } = readFragment(OwnCareerFragment, props.person);
  return (
    <Section title={t`在籍歴`} beside={<Link href={paths.career}>{t`加える・直す`}</Link>}>
      {affiliations.length > 0 ? (
        <Card>
          <Stack gap={5}>
            {affiliations.map((affiliation) => {
              const company = companyName(affiliation.company);
              return (
                <Stack key={affiliation.id} gap={1}>
                  <h3 lang={nameLanguage(company)}>{company}</h3>
                  <Quiet>{formatPeriod(affiliation.startedOn, affiliation.endedOn, activeLanguage())}</Quiet>
                  <AffiliationState affiliation={affiliation} />
                </Stack>
              );
            })}
          </Stack>
        </Card>
      ) : (
        <Quiet>{t`在籍歴が確認されると、メンバーを探したり、募集に手を挙げたりできます。`}</Quiet>
      )}
    </Section>
  );
}
