/** A field of the profile with the choice of who may see it right under it. */
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import { type Level, profileLevelWords } from "~/lib/words";
import { FieldError, SelectControl } from "~/ui/Field";
import { Icon } from "~/ui/Icon";

import style from "./Levelled.module.css";
import { CHOOSABLE } from "./profile";

type LevelledProps = {
  /** The field's label, for those who hear the page. */
  of: string;
  value: Level;
  onChange: (level: Level) => void;
  error?: string | null;
  children: ReactNode;
};

export function Levelled({ of, value, onChange, error, children }: LevelledProps) {
  const { t, i18n } = useLingui();
  return (
    <div className={style.levelled}>
      {children}
      <div className={style.level}>
        <Icon name={value === "ONLY_ME" ? "lock" : "eye"} />
        <span aria-hidden="true">{t`見える人`}</span>
        <div className={style.control}>
          <SelectControl
            aria-label={t`「${of}」が見える人`}
            aria-invalid={error ? true : undefined}
            value={value}
            onChange={(event) => onChange(event.target.value as Level)}
          >
            {CHOOSABLE.map((level) => (
              <option key={level} value={level}>
                {i18n._(profileLevelWords[level])}
              </option>
            ))}
          </SelectControl>
        </div>
      </div>
      {error ? <FieldError>{error}</FieldError> : null}
    </div>
  );
}
