/** Who looks, and at which deployment; the shell reads it once and every page may ask. */
import { createContext, useContext } from "react";

export type Standing = "GUEST" | "NEWCOMER" | "VERIFIED";

export type Viewer = {
  id: string;
  personId: string;
  name: string;
  standing: Standing;
  isSteward: boolean;
  /** Asked to leave: nobody else sees them, and only staying can be chosen. */
  leaving: boolean;
  /** Works on a queue: an operator of some group, or a steward. */
  operates: boolean;
  /** The same, but this session has given no passkey or second factor yet. */
  needsSecondFactor: boolean;
  unread: { conversations: number; notices: number; queue: number };
};

export type Site = { demo: boolean; operatedBy: string; contact: string; termsVersion: string; publicUrl: string; oidcName: string | null };

export type Session = {
  viewer: Viewer | null;
  site: Site;
  /** Forget all that was read and ask again: after signing in, or when one may do other things. */
  renew: () => void;
  /** The same when who was signed in is not any more, and at once, whatever the server says: nothing stays on the page. */
  end: () => void;
  /** Ask again for texts in the language now chosen, while the page stays. */
  reread: () => void;
};

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("Only pages inside the shell know who looks.");
  return session;
}

/** Null when signed out. */
export const useViewer = (): Viewer | null => useSession().viewer;

/** On pages for members only: the router has seen to it that somebody is signed in. */
export function useMember(): Viewer {
  const viewer = useViewer();
  if (!viewer) throw new Error("This page is for members; its route must say so.");
  return viewer;
}

export const useSite = (): Site => useSession().site;
