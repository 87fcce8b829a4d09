/** Who runs this place, its rules, and how it looks. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "wouter";

import { paths } from "~/lib/paths";
import { useSite } from "~/lib/viewer";

import style from "./Foot.module.css";
import { type Theme, applyTheme, storedTheme } from "./theme";

export function Foot() {
  const { t } = useLingui();
  const { operatedBy } = useSite();
  const [theme, setTheme] = useState<Theme>(storedTheme);
  const themes: { value: Theme; label: string }[] = [
    { value: "system", label: t`端末にあわせる` },
    { value: "light", label: t`明るい` },
    { value: "dark", label: t`暗い` },
  ];
  return (
    <footer className={style.foot}>
      <p>{t`運営：${operatedBy}`}</p>
      <nav className={style.footLinks} aria-label={t`この場所について`}>
        <Link href={paths.groups}>{t`グループ一覧`}</Link>
        <Link href={paths.terms}>{t`利用規約`}</Link>
        <Link href={paths.privacy}>{t`プライバシー`}</Link>
        <Link href={paths.contact}>{t`お問い合わせ`}</Link>
      </nav>
      <label className={style.theme}>
        <span>{t`画面の明るさ`}</span>
        <select
          value={theme}
          onChange={(event) => {
            const next = event.target.value as Theme;
            setTheme(next);
            applyTheme(next);
          }}
        >
          {themes.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </footer>
  );
}
