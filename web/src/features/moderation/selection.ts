/** Several applications that are approved together: which may be chosen, and which of the chosen are still as they were read. */

/** `unnamed`: colleagues whose names the operator may not see. */
export type Vouchers = { names: readonly string[]; unnamed: number };
export type Candidate = { id: string; /** What was read. */ version: string; name: string; vouchers: Vouchers; awaitsReply: boolean };

/** By id, the version that was read when it was chosen. */
export type Chosen = ReadonlyMap<string, string>;
export const nobody: Chosen = new Map();

type Word = { state: string; voucher: { name: string } | null };

/** Whose word counts for these tenures, each once. */
export function vouchersOf(affiliations: readonly { vouches: readonly Word[] }[]): Vouchers {
  const words = affiliations.flatMap(({ vouches }) => vouches).filter(({ state }) => state === "STANDING");
  const names = words.flatMap(({ voucher }) => (voucher ? [voucher.name] : []));
  return { names: [...new Set(names)], unnamed: words.length - names.length };
}

export const awaitsReply = (messages: readonly { fromGroup: boolean }[]): boolean => messages.at(-1)?.fromGroup ?? false;

export function toggled(chosen: Chosen, { id, version }: Candidate): Chosen {
  const next = new Map(chosen);
  if (next.get(id) === version) next.delete(id);
  else next.set(id, version);
  return next;
}

/** All but those who have still to answer a question. */
export const allOf = (candidates: readonly Candidate[]): Chosen => new Map(candidates.filter((one) => !one.awaitsReply).map(({ id, version }) => [id, version]));

/** Those among the chosen that still wait and say what they said; who changed theirs meanwhile is read again first. */
export const asRead = (chosen: Chosen, candidates: readonly Candidate[]): Candidate[] => candidates.filter(({ id, version }) => chosen.get(id) === version);
