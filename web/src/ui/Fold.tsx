/** A part that is folded away until somebody wants it. */
import { type ReactNode, useState } from "react";

import style from "./Fold.module.css";
import { Icon } from "./Icon";

type FoldProps = {
  title: string;
  children: ReactNode;
  /** What is in it is made only once it has been opened. */
  late?: boolean;
  /** Open whatever the reader did, since something in it wants to be read. */
  forced?: boolean;
};

export function Fold({ title, children, late = false, forced = false }: FoldProps) {
  const [open, setOpen] = useState(false);
  const [opened, setOpened] = useState(false);
  return (
    <details
      className={style.fold}
      open={open || forced}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
        setOpened(true);
      }}
    >
      <summary className={style.head}>
        <span>{title}</span>
        <Icon name="down" />
      </summary>
      <div className={style.body}>{!late || opened || forced ? children : null}</div>
    </details>
  );
}
