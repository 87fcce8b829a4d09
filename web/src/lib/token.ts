/** The token of a mail's link stands in the fragment, which no server and no log ever sees. */
export const tokenOf = (hash: string): string => new URLSearchParams(hash.replace(/^#/, "")).get("token") ?? "";
