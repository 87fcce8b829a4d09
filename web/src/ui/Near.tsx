/** Where a list goes on with what is only near to what was asked for: a heading, for the eye a line. */
import type { ReactNode } from "react";

import style from "./Near.module.css";

export function Near({ children }: { children: ReactNode }) {
  return (
    <h2 className={style.near}>
      <span>{children}</span>
    </h2>
  );
}
