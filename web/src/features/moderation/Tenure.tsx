/** Where and when somebody says they were, in a line, and what they did there in another. */
import { companyName } from "~/lib/companies";
import { formatPeriod } from "~/lib/dates";
import { activeLanguage } from "~/lib/language";
import { textLanguage } from "~/ui/language";
import { nameLanguage } from "~/ui/PersonName";

type TenureProps = {
  tenure: { startedOn: string; endedOn: string | null; department: string | null; title: string | null; company: { name: string; nameEn: string | null } };
};

export function Tenure({ tenure }: TenureProps) {
  const { startedOn, endedOn, department, title } = tenure;
  const language = activeLanguage();
  const company = companyName(tenure.company);
  const detail = [department, title].filter(Boolean).join(language === "ja" ? "・" : " · ");
  return (
    <>
      <p>
        <span lang={nameLanguage(company)}>{company}</span> {formatPeriod(startedOn, endedOn, language)}
      </p>
      {detail ? <p lang={textLanguage(detail)}>{detail}</p> : null}
    </>
  );
}
