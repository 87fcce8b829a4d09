/** A question before an act: the browser's own modal dialog, which keeps focus and closes on Escape. */
import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from "react";

import { Button, IconButton } from "./Button";
import style from "./Dialog.module.css";

type DialogProps = { open: boolean; onClose: () => void; title: ReactNode; children?: ReactNode; /** The buttons, main one first; a 戻る is added. */ actions?: ReactNode };

export function Dialog({ open, onClose, title, children, actions }: DialogProps) {
  const { t } = useLingui();
  const element = useRef<HTMLDialogElement>(null);
  const opener = useRef<Element | null>(null);
  const id = useId();
  useEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    if (open && !dialog.open) {
      opener.current = document.activeElement;
      dialog.showModal();
    }
    if (!open && dialog.open) dialog.close();
  }, [open]);
  // Taken away while it is open: who opened it stands where they were, as if it had been closed.
  useLayoutEffect(() => {
    const dialog = element.current;
    return () => {
      if (!dialog?.open) return;
      dialog.close();
      if (opener.current instanceof HTMLElement) opener.current.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      className={style.dialog}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      {open ? (
        <div className={style.inside}>
          <div className={style.head}>
            <h2 id={id} className={style.title}>
              {title}
            </h2>
            <IconButton icon="close" label={t`閉じる`} onClick={onClose} />
          </div>
          {children}
          {actions ? (
            <div className={style.actions}>
              {actions}
              <Button variant="quiet" onClick={onClose}>
                {t`戻る`}
              </Button>
            </div>
          ) : null}
        </div>
      ) : null}
    </dialog>
  );
}
