/** Form fields: a label above, a hint under it, then the control, then what is wrong; native controls, so that every input method is sound. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import {
  type ComponentProps,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useEffect,
  useId,
  useRef,
} from "react";

import style from "./Field.module.css";
import { Icon } from "./Icon";
import { classes } from "./classes";

export type FieldTexts = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong, as a sentence; the field is then marked invalid. */
  error?: string | null | undefined;
  /** Says （任意） beside the label. Fields are required unless told. */
  optional?: boolean;
};

export function Optional() {
  const { t } = useLingui();
  return <span className={style.optional}>{t`（任意）`}</span>;
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p className={style.error} id={id}>
      <Icon name="warning" />
      <span>{children}</span>
    </p>
  );
}

type Described = { "id": string; "aria-describedby": string | undefined; "aria-invalid": true | undefined };

/** Label, hint and error around one control, tied together for screen readers. */
export function Field({ label, hint, error, optional, children }: FieldTexts & { children: (control: Described) => ReactNode }) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : null;
  const errorId = error ? `${id}-error` : null;
  return (
    <div className={style.field}>
      <label className={style.label} htmlFor={id}>
        {label}
        {optional ? <Optional /> : null}
      </label>
      {hintId ? (
        <p className={style.hint} id={hintId}>
          {hint}
        </p>
      ) : null}
      {children({ "id": id, "aria-describedby": [hintId, errorId].filter(Boolean).join(" ") || undefined, "aria-invalid": error ? true : undefined })}
      {errorId ? <FieldError id={errorId}>{error}</FieldError> : null}
    </div>
  );
}

type Value = { value: string; onChange: (value: string) => void };

type TextFieldProps = FieldTexts & Value & { suffix?: ReactNode } & Omit<InputHTMLAttributes<HTMLInputElement>, "value" | "onChange" | "className">;

export function TextField({ label, hint, error, optional, value, onChange, suffix, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(control) => (
        <span className={style.row}>
          <input {...rest} {...control} className={style.input} value={value} required={!optional} onChange={(event) => onChange(event.target.value)} />
          {suffix}
        </span>
      )}
    </Field>
  );
}

type TextAreaProps = FieldTexts &
  Value & { /** Shows how many characters are left. */ limit?: number } & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "value" | "onChange" | "className">;

export function TextArea({ label, hint, error, optional, value, onChange, limit, rows = 4, ...rest }: TextAreaProps) {
  const { t } = useLingui();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = area.current;
    if (!element || CSS.supports("field-sizing", "content")) return;
    element.style.blockSize = "auto";
    element.style.blockSize = `${element.scrollHeight + 2}px`;
  }, [value]);
  const left = limit === undefined ? 0 : limit - [...value].length;
  const over = -left;
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(control) => (
        <>
          <textarea
            {...rest}
            {...control}
            ref={area}
            rows={rows}
            className={classes(style.input, style.area)}
            value={value}
            required={!optional}
            onChange={(event) => onChange(event.target.value)}
          />
          {limit === undefined ? null : (
            <span className={classes(style.count, left < 0 && style.over)} aria-live={left < 20 ? "polite" : "off"}>
              {left < 0 ? t`${plural(over, { other: "#文字" })}多いです` : t`あと${plural(left, { other: "#文字" })}`}
            </span>
          )}
        </>
      )}
    </Field>
  );
}

export type Choice<T extends string = string> = { value: T; label: string; hint?: ReactNode; disabled?: boolean };

type SelectProps<T extends string> = FieldTexts & {
  value: T | "";
  onChange: (value: T) => void;
  choices: readonly Choice<T>[];
  /** Shown while nothing is chosen. */
  placeholder?: string;
} & Omit<SelectHTMLAttributes<HTMLSelectElement>, "value" | "onChange" | "className">;

export function Select<T extends string>({ label, hint, error, optional, value, onChange, choices, placeholder, ...rest }: SelectProps<T>) {
  const { t } = useLingui();
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(control) => (
        <SelectControl {...rest} {...control} value={value} required={!optional} onChange={(event) => onChange(event.target.value as T)}>
          {value === "" || optional ? <option value="">{placeholder ?? t`選んでください`}</option> : null}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} disabled={choice.disabled}>
              {choice.label}
            </option>
          ))}
        </SelectControl>
      )}
    </Field>
  );
}

/** The bare select with our arrow, for fields made of several. */
export function SelectControl({ children, ...rest }: Omit<ComponentProps<"select">, "className">) {
  return (
    <span className={style.select}>
      <select {...rest} className={style.input}>
        {children}
      </select>
      <Icon name="down" />
    </span>
  );
}

type CheckboxProps = { label: ReactNode; hint?: ReactNode; error?: string | null; checked: boolean; onChange: (checked: boolean) => void; count?: number } & Omit<
  InputHTMLAttributes<HTMLInputElement>,
  "checked" | "onChange" | "className" | "type"
>;

export function Checkbox({ label, hint, error, checked, onChange, count, ...rest }: CheckboxProps) {
  const id = useId();
  return (
    <div className={style.choice}>
      <label className={style.choiceLabel}>
        <input
          {...rest}
          type="checkbox"
          className={style.box}
          checked={checked}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span className={style.choiceText}>
          {label}
          {hint ? <span className={style.choiceHint}>{hint}</span> : null}
        </span>
        {count === undefined ? null : <span className={style.facet}>{count}</span>}
      </label>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  );
}

/** Several controls under one legend. */
export function FieldGroup({ label, hint, error, optional, children }: FieldTexts & { children: ReactNode }) {
  const id = useId();
  return (
    <fieldset className={style.field} aria-describedby={[hint ? `${id}-hint` : "", error ? `${id}-error` : ""].join(" ").trim() || undefined}>
      <legend className={style.label}>
        {label}
        {optional ? <Optional /> : null}
      </legend>
      {hint ? (
        <p className={style.hint} id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </fieldset>
  );
}

type RadioGroupProps<T extends string> = FieldTexts & { value: T | ""; onChange: (value: T) => void; choices: readonly Choice<T>[]; name?: string; inline?: boolean };

export function RadioGroup<T extends string>({ value, onChange, choices, name, inline = false, ...texts }: RadioGroupProps<T>) {
  const own = useId();
  return (
    <FieldGroup {...texts}>
      <div className={classes(style.choices, inline && style.inline)}>
        {choices.map((choice) => (
          <label key={choice.value} className={style.choiceLabel}>
            <input
              type="radio"
              className={style.radio}
              name={name ?? own}
              value={choice.value}
              checked={value === choice.value}
              disabled={choice.disabled}
              onChange={() => onChange(choice.value)}
            />
            <span className={style.choiceText}>
              {choice.label}
              {choice.hint ? <span className={style.choiceHint}>{choice.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
