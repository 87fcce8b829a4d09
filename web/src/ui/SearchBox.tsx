/** The box of a search page: its label is spoken, `/` comes to it from anywhere, Escape empties it. */
import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";

import { IconButton } from "./Button";
import { Icon } from "./Icon";
import style from "./SearchBox.module.css";

type SearchBoxProps = { value: string; onChange: (value: string) => void; label: string; placeholder?: string };

export function SearchBox({ value, onChange, label, placeholder }: SearchBoxProps) {
  const { t } = useLingui();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.key !== "/" || event.isComposing || target.matches("input, textarea, select, [contenteditable]")) return;
      event.preventDefault();
      box.current?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <search className={style.whole}>
      <Icon name="search" />
      <input
        ref={box}
        type="search"
        className={style.box}
        value={value}
        aria-label={label}
        placeholder={placeholder}
        enterKeyHint="search"
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.nativeEvent.isComposing) onChange("");
        }}
      />
      {value ? <IconButton icon="close" label={t`消す`} onClick={() => onChange("")} /> : null}
    </search>
  );
}
