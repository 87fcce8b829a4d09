/** A part that is folded away until somebody wants it. */
import { type ReactNode, useState } from "react";

import style from "./Fold.module.css";
import { Icon } from "./Icon";
import { classes } from "./classes";

type FoldProps = {
  title: string;
  children: ReactNode;
  /** What is in it is made only once it has been opened. */
  late?: boolean;
  /** Open whatever the reader did, since something in it wants to be read. */
  forced?: boolean;
  /** Open to begin with. */
  open?: boolean;
  /** Without a frame of its own, within something that has one. */
  plain?: boolean;
};

export function Fold({ title, children, late = false, forced = false, open: begins = false, plain = false }: FoldProps) {
  const [open, setOpen] = useState(begins);
  const [opened, setOpened] = useState(begins);
  return (
    <details
      className={classes(style.fold, plain && style.plain)}
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
