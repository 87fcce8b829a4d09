/** Whether this session has proven who sits here, until the moment that the server named. */
import { useEffect, useState } from "react";

export function useProven(until: string | null): boolean {
  const [now, setNow] = useState(() => Date.now());
  const end = until === null ? 0 : Date.parse(until);
  useEffect(() => {
    const left = end - Date.now();
    if (left <= 0) return undefined;
    const timer = setTimeout(() => setNow(Date.now()), left + 50);
    return () => clearTimeout(timer);
  }, [end]);
  return end > now;
}
