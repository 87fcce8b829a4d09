/** Whose browser this is just now: a mark that every signing in and out changes, so that each tab notices, also one that was asleep. */
const MARK = "engawa.session";

function read(): string {
  try {
    return localStorage.getItem(MARK) ?? "";
  } catch {
    return "";
  }
}

let known = read();

/** The session that this tab belongs to, as far as the tabs of a browser tell one from another. */
export const sessionMark = (): string => known;

/** Where the last change left the same member. */
const SAME = "same-";

/** Somebody has signed in or out in this tab, or the `same` member may do other things: the other tabs learn of it. */
export function changeSession(same: boolean): void {
  known = (same ? SAME : "") + Array.from(crypto.getRandomValues(new Uint32Array(2))).join("-");
  try {
    localStorage.setItem(MARK, known);
  } catch {
    // Without a storage the others notice at the next answer of the server.
  }
}

/** Called when another tab has signed somebody in or out, or what the `same` member may do has changed. */
export function watchSession(onChange: (same: boolean) => void): void {
  const look = () => {
    const now = read();
    if (now === known) return;
    known = now;
    onChange(now.startsWith(SAME));
  };
  window.addEventListener("storage", (event) => {
    if (event.key === MARK || event.key === null) look();
  });
  for (const event of ["visibilitychange", "resume"]) document.addEventListener(event, look);
  window.addEventListener("pageshow", look);
}
