/** Rare actions behind three dots: a button that shows a short list, closed by Escape, a press outside, or a choice. */
import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";

import { IconButton } from "./Button";
import { Icon, type IconName } from "./Icon";
import style from "./Menu.module.css";
import { classes } from "./classes";

export type MenuItem = { key: string; icon?: IconName; label: ReactNode; onChoose: () => void; danger?: boolean };

export function Menu({ items, label }: { items: readonly MenuItem[]; label?: string }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return undefined;
    const onPress = (event: PointerEvent) => {
      if (!whole.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", onPress);
    return () => document.removeEventListener("pointerdown", onPress);
  }, [open]);
  const close = () => {
    setOpen(false);
    whole.current?.querySelector("button")?.focus();
  };
  if (items.length === 0) return null;
  return (
    <div
      className={style.whole}
      ref={whole}
      onKeyDown={(event) => {
        if (event.key === "Escape" && open) close();
      }}
    >
      <IconButton icon="more" label={label ?? t`ほかの操作`} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)} />
      <ul id={id} className={style.list} hidden={!open}>
        {items.map((item) => (
          <li key={item.key}>
            <button
              type="button"
              className={classes(style.item, item.danger && style.danger)}
              onClick={() => {
                close();
                item.onChoose();
              }}
            >
              {item.icon ? <Icon name={item.icon} /> : null}
              <span>{item.label}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
