/** How a person is named everywhere: the reading small above, the name, then what is known of them. */
import type { ReactNode } from "react";
import { Link } from "wouter";

import { Avatar } from "./Avatar";
import { Icon } from "./Icon";
import style from "./PersonName.module.css";
import { classes } from "./classes";
import { textLanguage } from "./language";

/** Names in Latin letters are read as such, all others as Japanese. */
export const nameLanguage = textLanguage;

type PersonNameProps = {
  name: ReactNode;
  /** The plain name, for the avatar and its language. */
  plain: string;
  photo?: string | null;
  reading?: ReactNode;
  href?: string;
  size?: "normal" | "large";
  as?: "h1" | "h2" | "h3" | "p";
  children?: ReactNode;
};

export function PersonName({ name, plain, photo, reading, href, size = "normal", as: Heading = "p", children }: PersonNameProps) {
  const language = nameLanguage(plain);
  return (
    <div className={style.person}>
      <Avatar name={plain} photo={photo} size={size} />
      <div className={style.text}>
        {reading ? (
          <p className={style.reading} lang="ja">
            {reading}
          </p>
        ) : null}
        <Heading className={classes(style.name, style[size])} lang={language}>
          {href ? (
            <Link href={href} className={style.link}>
              {name}
            </Link>
          ) : (
            name
          )}
        </Heading>
        {children}
      </div>
    </div>
  );
}

/** What confirmed something, in words with a mark: 運営者が確認. */
export function Confirmed({ children }: { children: ReactNode }) {
  return (
    <span className={style.confirmed}>
      <Icon name="check" />
      {children}
    </span>
  );
}
