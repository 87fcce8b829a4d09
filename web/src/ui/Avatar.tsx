/** A person without a picture: the first character of the name on a tint that stays theirs; without a name, a figure. */
import { Icon } from "./Icon";
import style from "./Avatar.module.css";
import { classes } from "./classes";

const tints = [style.wood, style.bamboo, style.indigo];

function tintOf(name: string): string | undefined {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 997;
  return tints[sum % tints.length];
}

export function Avatar({ name, size = "normal" }: { name: string; size?: "small" | "normal" | "large" }) {
  const first = [...name.trim()][0] ?? "";
  return (
    <span className={classes(style.avatar, style[size], tintOf(name))} aria-hidden="true">
      {first ? first.toUpperCase() : <Icon name="person" />}
    </span>
  );
}
