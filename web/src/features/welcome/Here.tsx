/** How many are here, and of which companies; numbers and companies only, never a person. */
import { useLingui } from "@lingui/react/macro";

import { companyName } from "~/lib/companies";
import { activeLanguage } from "~/lib/language";
import { Section } from "~/ui/Page";
import { Tags } from "~/ui/Tag";
import { Quiet } from "~/ui/Text";

import style from "./WelcomePage.module.css";

type HereProps = { site: { /** Null while they are fewer than may be told. */ members: number | null; opportunities: number; companies: readonly { id: string; name: string; nameEn: string | null; kind: string }[] } };

const SHOWN = 24;

function Figure({ value, unit, label }: { value: number; unit: string; label: string }) {
  return (
    <div>
      <p className={style.number}>
        {value.toLocaleString("ja-JP")}
        <span className={style.unit}>{unit}</span>
      </p>
      <Quiet>{label}</Quiet>
    </div>
  );
}

export function Here({ site }: HereProps) {
  const { t } = useLingui();
  const english = activeLanguage() === "en";
  const names = site.companies.slice(0, SHOWN).map(companyName);
  const all = site.companies.length > SHOWN ? [...names, t`ほか`] : names;
  return (
    <Section title={t`いま、ここにいる人たち`}>
      <div className={style.numbers}>
        {site.members === null ? null : <Figure value={site.members} unit={english ? "" : "人"} label={t`在籍が確認されたメンバー`} />}
        <Figure value={site.companies.length} unit={english ? "" : "社・官公庁"} label={t`出身の企業と官公庁`} />
        <Figure value={site.opportunities} unit={english ? "" : "件"} label={t`いま出ている募集`} />
      </div>
      <Tags items={[...new Set(all)]} label={t`出身の企業と官公庁`} />
      <Quiet>{t`各社の推薦・後援を示すものではありません。`}</Quiet>
    </Section>
  );
}
