/** Several short texts: each is written, then set with Enter or a comma; Enter that ends an input method's composition sets nothing. */
import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useId, useState } from "react";

import { Button } from "./Button";
import { Field, type FieldTexts } from "./Field";
import fieldStyle from "./Field.module.css";
import { Icon } from "./Icon";
import style from "./TagField.module.css";
import type { Tone } from "./Tag";
import tagStyle from "./Tag.module.css";
import { classes } from "./classes";

type TagFieldProps = FieldTexts & {
  values: readonly string[];
  onChange: (values: string[]) => void;
  tone?: Tone;
  placeholder?: string;
  /** Offered while one writes, under the field: not all of them have what was typed in their name. */
  suggestions?: readonly string[];
  onType?: (text: string) => void;
  limit?: number;
  inputMode?: "url";
};

export function TagField({ values, onChange, tone = "wood", placeholder, suggestions = [], onType, limit = 12, inputMode, ...texts }: TagFieldProps) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const offersId = useId();
  const offered = text.trim() ? suggestions.filter((one) => !values.includes(one)) : [];
  const type = (next: string) => {
    setText(next);
    onType?.(next);
  };
  const add = () => {
    const next = text.trim();
    if (next && !values.includes(next) && values.length < limit) onChange([...values, next]);
    type("");
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if ((event.key === "Enter" || event.key === ",") && text.trim()) {
      event.preventDefault();
      add();
    } else if (event.key === "Backspace" && text === "" && values.length > 0) {
      onChange(values.slice(0, -1));
    }
  };
  return (
    <Field {...texts}>
      {(control) => (
        <div className={style.whole}>
          <Values values={values} tone={tone} onRemove={(value) => onChange(values.filter((one) => one !== value))} />
          <div className={style.entry}>
            <input
              {...control}
              className={fieldStyle.input}
              value={text}
              placeholder={placeholder}
              autoComplete="off"
              enterKeyHint="done"
              onChange={(event) => type(event.target.value)}
              onKeyDown={onKeyDown}
              inputMode={inputMode}
              onBlur={(event) => (event.relatedTarget instanceof Element && event.relatedTarget.closest(`[data-offers="${offersId}"]`) ? undefined : add())}
            />
            <Button variant="secondary" onClick={add} disabled={!text.trim()}>
              {t`加える`}
            </Button>
          </div>
          {offered.length > 0 ? (
            <ul className={style.offers} data-offers={offersId} aria-label={t`候補`}>
              {offered.map((one) => (
                <li key={one}>
                  <button
                    type="button"
                    onClick={() => {
                      if (values.length < limit) onChange([...values, one]);
                      type("");
                    }}
                  >
                    {one}
                  </button>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      )}
    </Field>
  );
}

/** What was set, each with a way to take it out again. */
function Values({ values, tone = "wood", onRemove }: { values: readonly string[]; tone?: Tone; onRemove: (value: string) => void }) {
  const { t } = useLingui();
  if (values.length === 0) return null;
  return (
    <ul className={style.values}>
      {values.map((value) => (
        <li key={value} className={classes(tagStyle.tag, tagStyle[tone], style.value)}>
          {value}
          <button type="button" aria-label={t`${value}を外す`} onClick={() => onRemove(value)}>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}

TagField.Values = Values;
