/** What happens on this device when somebody signs out: nothing of what was read or typed stays. */
import { useLocation } from "wouter";

import { forgetAllDrafts } from "./drafts";
import { paths } from "./paths";
import { forgetCursors } from "./realtime/cursors";
import { useSession } from "./viewer";

/** Call it once the server has said that the session is over. */
export function useLeave(): () => void {
  const [, navigate] = useLocation();
  const { renew } = useSession();
  return () => {
    forgetAllDrafts();
    forgetCursors();
    navigate(paths.home, { replace: true });
    renew();
  };
}
