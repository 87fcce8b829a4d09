/** One line that says what just happened, where it does not cover the thumb, gone after a while; kept long enough to be read. */
import { type ReactNode, createContext, useCallback, useContext, useEffect, useMemo, useState } from "react";

import { Icon } from "./Icon";
import style from "./Toast.module.css";
import { classes } from "./classes";

type Tone = "good" | "bad";
type Said = { text: ReactNode; tone: Tone; at: number };

const Say = createContext<(text: ReactNode, tone?: Tone) => void>(() => undefined);

/** `const say = useToast(); say(t`下書きを保存しました`)`; `"bad"` where it did not go as wished. */
export const useToast = () => useContext(Say);

export function ToastProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<Said | null>(null);
  const say = useCallback((text: ReactNode, tone: Tone = "good") => setSaid({ text, tone, at: Date.now() }), []);
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(() => setSaid(null), 6000);
    return () => clearTimeout(timer);
  }, [said]);
  const region = useMemo(
    () => (
      <div className={style.place} role="status">
        {said ? (
          <p className={classes(style.toast, said.tone === "bad" && style.bad)} key={said.at}>
            <Icon name={said.tone === "bad" ? "warning" : "check"} />
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
