/** The last cursor of each stream, kept for this tab, so that a reload goes on where it stood. */
const PREFIX = "engawa.cursor.";

export function readCursor(stream: string): string | null {
  try {
    return sessionStorage.getItem(PREFIX + stream);
  } catch {
    return null;
  }
}

export function writeCursor(stream: string, cursor: string): void {
  try {
    sessionStorage.setItem(PREFIX + stream, cursor);
  } catch {
    // A storage that refuses costs the place after a reload, nothing else.
  }
}

export function forgetCursors(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}

/** One stream is one operation with one filter; where it began is not part of it. */
export function streamOf(operation: string, variables: Record<string, unknown>): string {
  const rest = Object.entries(variables)
    .filter(([key, value]) => key !== "after" && value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `${operation}${JSON.stringify(rest)}`;
}
