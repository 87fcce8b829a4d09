/** What somebody said, under who said it; the words stand as they were written. */
import style from "./Said.module.css";

export function Said({ by, text, lang }: { by: string; text: string; lang?: string }) {
  return (
    <div className={style.said}>
      <p className={style.by}>{by}</p>
      <p className={style.words} lang={lang}>
        {text}
      </p>
    </div>
  );
}
