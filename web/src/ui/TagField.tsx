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
  /** Offered while one writes. */
  suggestions?: readonly string[];
  onType?: (text: string) => void;
  limit?: number;
};

export function TagField({ values, onChange, tone = "wood", placeholder, suggestions = [], onType, limit = 12, ...texts }: TagFieldProps) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const listId = useId();
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
          {values.length > 0 ? (
            <ul className={style.values}>
              {values.map((value) => (
                <li key={value} className={classes(tagStyle.tag, tagStyle[tone], style.value)}>
                  {value}
                  <button type="button" aria-label={t`${value}を外す`} onClick={() => onChange(values.filter((one) => one !== value))}>
                    <Icon name="close" />
                  </button>
                </li>
              ))}
            </ul>
          ) : null}
          <div className={style.entry}>
            <input
              {...control}
              className={fieldStyle.input}
              value={text}
              placeholder={placeholder}
              list={suggestions.length > 0 ? listId : undefined}
              autoComplete="off"
              enterKeyHint="done"
              onChange={(event) => type(event.target.value)}
              onKeyDown={onKeyDown}
              onBlur={add}
            />
            <Button variant="secondary" onClick={add} disabled={!text.trim()}>
              {t`加える`}
            </Button>
          </div>
          <datalist id={listId}>
            {suggestions.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </datalist>
        </div>
      )}
    </Field>
  );
}
