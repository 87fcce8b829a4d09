/** In which order people stand who were found by words. */
import { useLingui } from "@lingui/react/macro";

import { SelectControl } from "~/ui/Field";

import style from "./Sort.module.css";

type By = "RELEVANCE" | "NEWEST";

export function Sort({ sort, onChange }: { sort: By; onChange: (sort: By) => void }) {
  const { t } = useLingui();
  return (
    <div className={style.sort}>
      <SelectControl aria-label={t`並び順`} value={sort} onChange={(event) => onChange(event.target.value as By)}>
        <option value="RELEVANCE">{t`言葉に合う順`}</option>
        <option value="NEWEST">{t`新しく登録した順`}</option>
      </SelectControl>
    </div>
  );
}
