/** Pick one of many by typing, candidates coming from the server; heavy, so only pages that pick load it. */
import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useId } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox as AriaComboBox } from "react-aria-components/ComboBox";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";

import style from "./ComboBox.module.css";
import { FieldError, type FieldTexts, Optional } from "./Field";
import fieldStyle from "./Field.module.css";
import { Icon } from "./Icon";
import { textLanguage } from "./language";

export type Candidate = { id: string; name: string; note?: ReactNode };

type ComboBoxProps = FieldTexts & {
  /** What is written in the field. */
  text: string;
  onText: (text: string) => void;
  candidates: readonly Candidate[];
  /** Called with the picked candidate; null when the text was changed after picking. */
  onPick: (candidate: Candidate | null) => void;
  picked: Candidate | null;
  /** Offers 「…」を追加 as the last candidate, when given. */
  onPropose?: (name: string) => void;
  loading?: boolean;
  placeholder?: string;
};

const PROPOSE = "propose";

export function ComboBox(props: ComboBoxProps) {
  const { label, hint, error, optional, text, onText, candidates, onPick, picked, onPropose, loading, placeholder } = props;
  const { t, i18n } = useLingui();
  const id = useId();
  const name = text.trim();
  const exact = candidates.some((one) => one.name === name);
  const items: Candidate[] = [...candidates];
  if (onPropose && name && !exact && !loading) items.push({ id: PROPOSE, name: t`「${name}」を追加`, note: t`候補にないとき` });
  const pick = (key: string | null) => {
    if (key === PROPOSE) onPropose?.(name);
    else if (key !== null) onPick(candidates.find((one) => one.id === key) ?? null);
  };
  return (
    <I18nProvider locale={i18n.locale === "ja" ? "ja-JP" : "en-US"}>
      <AriaComboBox
        className={fieldStyle.field}
        inputValue={text}
        onInputChange={(next) => {
          if (next === text) return;
          onText(next);
          if (picked && next !== picked.name) onPick(null);
        }}
        selectedKey={picked?.id ?? null}
        onSelectionChange={(key) => pick(key === null ? null : String(key))}
        items={items}
        allowsCustomValue
        allowsEmptyCollection={Boolean(name)}
        menuTrigger="input"
        isInvalid={Boolean(error)}
        aria-describedby={[hint ? `${id}-hint` : "", error ? `${id}-error` : ""].join(" ").trim() || undefined}
      >
        {({ isOpen }) => (
          <>
            <Label className={fieldStyle.label}>
              {label}
              {optional ? <Optional /> : null}
            </Label>
            {hint ? (
              <p className={fieldStyle.hint} id={`${id}-hint`}>
                {hint}
              </p>
            ) : null}
            <div className={style.box}>
              <Input className={fieldStyle.input} placeholder={placeholder} autoComplete="off" />
              <Button className={style.open ?? ""}>
                <Icon name="down" />
              </Button>
            </div>
            {/* It moves with the page: left to itself it closes whenever the page scrolls, which a phone's keyboard does while one types. */}
            <Popover className={style.popover ?? ""} offset={4} isOpen={isOpen}>
              <ListBox
                className={style.list ?? ""}
                renderEmptyState={() => <p className={style.none}>{loading ? t`さがしています…` : t`候補がありません。`}</p>}
              >
                {(item: Candidate) => (
                  <ListBoxItem id={item.id} textValue={item.id === PROPOSE ? name : item.name} className={style.item ?? ""}>
                    <span lang={item.id === PROPOSE ? undefined : textLanguage(item.name)}>{item.name}</span>
                    {item.note ? <span className={style.note}>{item.note}</span> : null}
                  </ListBoxItem>
                )}
              </ListBox>
            </Popover>
            {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
          </>
        )}
      </AriaComboBox>
    </I18nProvider>
  );
}
