/** The career as a line: company, months, what one did there, and what confirmed it. */
import { useLingui } from "@lingui/react/macro";

import { type FragmentType, graphql, readFragment } from "~/gql/people";
import { companyName } from "~/lib/companies";
import { formatPeriod } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { verificationWords } from "~/lib/words";
import { Section } from "~/ui/Page";
import { Confirmed, nameLanguage } from "~/ui/PersonName";
import { Quiet } from "~/ui/Text";

import style from "./Career.module.css";

const CareerFragment = graphql(`
  fragment Career on Person {
    id
    affiliations {
      id
      startedOn
      endedOn
      department
      title
      verification
      company {
        id
        name
        nameEn
      }
    }
  }
`);

export function Career(props: { person: FragmentType<typeof CareerFragment> }) {
  const { t, i18n } = useLingui();
  const language = activeLanguage();
  const { affiliations } = readFragment(CareerFragment, props.person);
  if (affiliations.length === 0) return null;
  return (
    <Section title={t`在籍歴`}>
      <ol className={style.line}>
        {affiliations.map(({ id, company, startedOn, endedOn, department, title, verification }) => (
          <li key={id} className={style.stop}>
            <h3 lang={nameLanguage(companyName(company))}>{companyName(company)}</h3>
            <Quiet>{[formatPeriod(startedOn, endedOn, language), department, title].filter(Boolean).join(language === "ja" ? "・" : " · ")}</Quiet>
            {verification === "SELF_DECLARED" ? (
              <Quiet>{i18n._(verificationWords[verification])}</Quiet>
            ) : (
              <Quiet>
                <Confirmed>{i18n._(verificationWords[verification])}</Confirmed>
              </Quiet>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
