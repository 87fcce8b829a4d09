/** A button that chooses a file on this device; the native control stays for keyboard and screen reader. */
import type { ChangeEvent, ReactNode } from "react";

import style from "./FileButton.module.css";

type FileButtonProps = { accept: string; onChoose: (file: File) => void; children: ReactNode };

export function FileButton({ accept, onChoose, children }: FileButtonProps) {
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    // The same file may be chosen again once it was mended.
    event.target.value = "";
    if (file) onChoose(file);
  };
  return (
    <label className={style.choose}>
      <input type="file" accept={accept} onChange={choose} />
      <span>{children}</span>
    </label>
  );
}
