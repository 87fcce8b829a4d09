/** What one of the two said; their own words stand at the right, in indigo. */
import { formatTime } from "~/lib/dates";
import { Hidden } from "~/ui/Hidden";
import { classes } from "~/ui/classes";
import { textLanguage } from "~/ui/language";

import style from "./Talk.module.css";

type BubbleProps = { body: string; mine: boolean; said: string; at?: string };

export function Bubble({ body, mine, said, at }: BubbleProps) {
  return (
    <div className={classes(style.line, mine && style.mine)}>
      {at ? <Hidden>{said}</Hidden> : <p className={style.said}>{said}</p>}
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
