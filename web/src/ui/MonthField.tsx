/** A year and a month, as two lists: the browsers' own month field is missing in half of them. */
import { useLingui } from "@lingui/react/macro";

import { FieldGroup, type FieldTexts, SelectControl } from "./Field";
import style from "./MonthField.module.css";

type MonthFieldProps = FieldTexts & {
  /** YYYY-MM, or the half that is chosen so far: "2014-" or "-04". */
  value: string;
  onChange: (value: string) => void;
  firstYear?: number;
  lastYear?: number;
};

const thisYear = new Date().getFullYear();
const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));

/** Is it a whole YYYY-MM? */
export const isMonth = (value: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(value);

export function MonthField({ value, onChange, firstYear = 1950, lastYear = thisYear, ...texts }: MonthFieldProps) {
  const { t, i18n } = useLingui();
  const [year = "", month = ""] = value.split("-");
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => String(lastYear - index));
  const monthName = (one: string) =>
    new Intl.DateTimeFormat(i18n.locale, { month: "long", timeZone: "UTC" }).format(new Date(`2000-${one}-01T00:00:00Z`));
  const change = (nextYear: string, nextMonth: string) => onChange(nextYear || nextMonth ? `${nextYear}-${nextMonth}` : "");
  return (
    <FieldGroup {...texts}>
      <div className={style.pair}>
        <SelectControl aria-label={t`年`} aria-invalid={texts.error ? true : undefined} value={year} onChange={(event) => change(event.target.value, month)}>
          <option value="">{t`年`}</option>
          {years.map((one) => (
            <option key={one} value={one}>
              {i18n.locale === "ja" ? `${one}年` : one}
            </option>
          ))}
        </SelectControl>
        <SelectControl aria-label={t`月`} aria-invalid={texts.error ? true : undefined} value={month} onChange={(event) => change(year, event.target.value)}>
          <option value="">{t`月`}</option>
          {months.map((one) => (
            <option key={one} value={one}>
              {monthName(one)}
            </option>
          ))}
        </SelectControl>
      </div>
    </FieldGroup>
  );
}
