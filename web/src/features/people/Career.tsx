/** The career as a line of years: company, months, what one did there, what confirmed it, and what the reader can do about that. */
import { useLingui } from "@lingui/react/macro";
import { Fragment } from "react";
import { Link } from "wouter";

import { type FragmentType, graphql, readFragment } from "~/gql/people";
import { companyName } from "~/lib/companies";
import { useConfirmationTexts } from "~/lib/confirmationTexts";
import { formatPeriod } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { paths } from "~/lib/paths";
import { verificationWords } from "~/lib/words";
import { Section } from "~/ui/Page";
import { Confirmed, nameLanguage } from "~/ui/PersonName";
import { Tag } from "~/ui/Tag";
import { Quiet, Stack } from "~/ui/Text";
import { textLanguage } from "~/ui/language";

import style from "./Career.module.css";
import { Confirming } from "./Confirming";

const CareerFragment = graphql(`
  fragment Career on Person {
    id
    name
    affiliations {
      id
      startedOn
      endedOn
      department
      title
      verification
      confirmations {
        level
        at
        colleagues
        group {
          id
          name
          nameEn
        }
        vouchers {
          id
          name
        }
      }
      company {
        id
        name
        nameEn
      }
      ...Confirming
    }
  }
`);

export function Career(props: { person: FragmentType<typeof CareerFragment> }) {
  const { t, i18n } = useLingui();
  const language = activeLanguage();
  const says = useConfirmationTexts();
  const { name, affiliations } = readFragment(CareerFragment, props.person);
  const separator = language === "ja" ? "・" : " · ";
  if (affiliations.length === 0) return null;
  return (
    <Section title={t`在籍歴`}>
      <ol className={style.line}>
        {affiliations.map((affiliation) => {
          const { id, company, startedOn, endedOn, department, title, confirmations } = affiliation;
          return (
            <li key={id} className={style.stop}>
              <span className={style.year} aria-hidden="true">
                {startedOn.slice(0, 4)}
              </span>
              <Stack gap={1}>
                <h3 lang={nameLanguage(companyName(company))}>
                  <Link href={paths.company(company.id)}>{companyName(company)}</Link>
                </h3>
                <Quiet>
                  {formatPeriod(startedOn, endedOn, language)}
                  {[department, title].map((told, index) =>
                    told ? (
                      <Fragment key={index}>
                        {separator}
                        <span lang={textLanguage(told)}>{told}</span>
                      </Fragment>
                    ) : null,
                  )}
                </Quiet>
                {endedOn ? null : (
                  <div>
                    <Tag>{t`現役社員`}</Tag>
                  </div>
                )}
                {confirmations.length === 0 ? <Quiet>{i18n._(verificationWords.SELF_DECLARED)}</Quiet> : null}
                {confirmations.map((one) => (
                  <Quiet key={one.level} as="div">
                    <Confirmed>{says(one)}</Confirmed>
                    {one.vouchers.length > 0 ? <Vouchers people={one.vouchers} /> : null}
                  </Quiet>
                ))}
                <Confirming affiliation={affiliation} name={name} />
              </Stack>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

function Vouchers({ people }: { people: readonly { name: string }[] }) {
  const japanese = activeLanguage() === "ja";
  return (
    <div>
      {people.map(({ name }, index) => (
        <Fragment key={index}>
          {index === 0 ? "" : japanese ? "、" : ", "}
          <span lang={nameLanguage(name)}>{name}</span>
          {japanese ? "さん" : ""}
        </Fragment>
      ))}
    </div>
  );
}
