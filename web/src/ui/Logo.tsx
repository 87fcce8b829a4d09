/** The mark: a roof, a post, the low sun, and the boards of the veranda. */
import style from "./Logo.module.css";

export function Mark() {
  return (
    <svg className={style.mark} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path className={style.wood} d="M3.5 10.5 15 4.5l10.5 4M7 10v9.5M3 20.5h26M3 24.5h26M3 28.5h26" />
      <circle className={style.sun} cx="23.5" cy="12.5" r="4" />
    </svg>
  );
}

export function Logo() {
  return (
    <span className={style.logo}>
      <Mark />
      <span className={style.name} lang="ja">
        縁側
      </span>
      <span className={style.latin} lang="en">
        Engawa
      </span>
    </span>
  );
}
