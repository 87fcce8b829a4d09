/** What happens on this device when somebody signs out: nothing of what was read or typed stays. */
import { useLocation } from "wouter";

import { forgetEverything } from "./forgetting";
import { paths } from "./paths";
import { useSession } from "./viewer";

/** Call it once the server has said that the session is over. */
export function useLeave(): () => void {
  const [, navigate] = useLocation();
  const { end } = useSession();
  return () => {
    forgetEverything();
    navigate(paths.home, { replace: true });
    end();
  };
}
