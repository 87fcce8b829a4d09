/** What one of the two said; their own words stand at the right, in indigo. */
import { formatTime } from "~/lib/dates";
import { Hidden } from "~/ui/Hidden";
import { classes } from "~/ui/classes";
import { textLanguage } from "~/ui/language";

import style from "./Talk.module.css";

type BubbleProps = { body: string; mine: boolean; said: string; at?: string; /** Nobody has answered it yet. */ unsent?: "sending" | "waiting" };

export function Bubble({ body, mine, said, at, unsent }: BubbleProps) {
  return (
    <div className={classes(style.line, mine && style.mine, unsent === "waiting" && style.open)}>
      {at || unsent ? <Hidden>{said}</Hidden> : <p className={style.said}>{said}</p>}
      <p className={style.bubble} lang={textLanguage(body)}>
        {body}
      </p>
      {at ? (
        <time className={style.at} dateTime={at}>
          {formatTime(at)}
        </time>
      ) : null}
    </div>
  );
}
