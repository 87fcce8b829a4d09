/** A person's photo, where it may be seen; otherwise the first character of the name on a tint that stays theirs; without a name, a figure. */
import { useState } from "react";

import { Icon } from "./Icon";
import style from "./Avatar.module.css";
import { classes } from "./classes";

const tints = [style.wood, style.bamboo, style.indigo];

function tintOf(name: string): string | undefined {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 997;
  return tints[sum % tints.length];
}

type AvatarProps = { name: string; photo?: string | null; size?: "small" | "normal" | "large" };

/** Silent for screen readers: the name always stands beside it. */
export function Avatar({ name, photo, size = "normal" }: AvatarProps) {
  const [failed, setFailed] = useState<string | null>(null);
  const first = [...name.trim()][0] ?? "";
  if (photo && failed !== photo) {
    return <img className={classes(style.avatar, style[size], style.photo)} src={photo} alt="" decoding="async" onError={() => setFailed(photo)} />;
  }
  return (
    <span className={classes(style.avatar, style[size], tintOf(name))} aria-hidden="true">
      {first ? first.toUpperCase() : <Icon name="person" />}
    </span>
  );
}
