/** One line that says what just happened, where it does not cover the thumb, gone after a while; kept long enough to be read. */
import { type ReactNode, createContext, useCallback, useContext, useEffect, useMemo, useState } from "react";

import { Icon } from "./Icon";
import style from "./Toast.module.css";

type Said = { text: ReactNode; at: number };

const Say = createContext<(text: ReactNode) => void>(() => undefined);

/** `const say = useToast(); say(t`下書きを保存しました`)`. */
export const useToast = () => useContext(Say);

export function ToastProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<Said | null>(null);
  const say = useCallback((text: ReactNode) => setSaid({ text, at: Date.now() }), []);
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(() => setSaid(null), 6000);
    return () => clearTimeout(timer);
  }, [said]);
  const region = useMemo(
    () => (
      <div className={style.place} role="status">
        {said ? (
          <p className={style.toast} key={said.at}>
            <Icon name="check" />
            <span>{said.text}</span>
          </p>
        ) : null}
      </div>
    ),
    [said],
  );
  return (
    <Say value={say}>
      {children}
      {region}
    </Say>
  );
}
