/** Whose browser this is just now: marks that every signing in and out, and every change of what a member may do, changes, so that each tab notices, also one that was asleep. */

/** Apart, so that a tab which knows of the one does not write over what another says of the other. */
const WHO = "engawa.session";
const TURN = "engawa.session.turn";

type Mark = { who: string; turn: string };

function read(): Mark {
  try {
    return { who: localStorage.getItem(WHO) ?? "", turn: localStorage.getItem(TURN) ?? "" };
  } catch {
    return { who: "", turn: "" };
  }
}

let known = read();

/** The session that this tab belongs to, as far as the tabs of a browser tell one from another. */
export const sessionMark = (): string => `${known.who}.${known.turn}`;

/** Somebody has signed in or out in this tab, or the `same` member may do other things: the other tabs learn of it. */
export function changeSession(same: boolean): void {
  const unheard = Array.from(crypto.getRandomValues(new Uint32Array(2))).join("-");
  known = same ? { ...known, turn: unheard } : { ...known, who: unheard };
  try {
    localStorage.setItem(same ? TURN : WHO, unheard);
  } catch {
    // Without a storage the others notice at the next answer of the server.
  }
}

/** Called when another tab has signed somebody in or out, or what the `same` member may do has changed. */
export function watchSession(onChange: (same: boolean) => void): void {
  const look = () => {
    const now = read();
    const same = now.who === known.who;
    if (same && now.turn === known.turn) return;
    known = now;
    onChange(same);
  };
  window.addEventListener("storage", (event) => {
    if (event.key === WHO || event.key === TURN || event.key === null) look();
  });
  for (const event of ["visibilitychange", "resume"]) document.addEventListener(event, look);
  window.addEventListener("pageshow", look);
}
