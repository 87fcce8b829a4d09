/** A list on its way to the server: sent anew for each step, since nothing of it is kept there before the group has said its ground. */
import { activeLanguage } from "~/lib/language";

export type Reason = { column: string; called: string; code: string; message: string };
export type BadRow = { line: number; cells: string[]; reasons: Reason[] };
export type GoodRow = { line: number; name: string; email: string; started_on: string; ended_on: string };
export type Found = { columns: string[]; ignored: string[]; new: number; present: number; refused: number; good: GoodRow[]; bad: BadRow[] };
export type Counts = { added: number; corrected: number; present: number; refused: number };

/** A sentence of the server's that says what is wrong. */
export class Refused extends Error {}

type Line = { progress?: Counts; done?: Counts; problem?: { message: string } };

async function send(group: string, step: "preview" | "import" | "rejects", file: Blob, asked = ""): Promise<Response> {
  const headers = { "content-type": "application/octet-stream", "x-engawa-language": activeLanguage() };
  const answer = await fetch(`/rosters/${group}/${step}${asked}`, { method: "POST", body: file, headers });
  if (answer.ok) return answer;
  const said = (await answer.json().catch(() => null)) as { message?: string } | null;
  throw said?.message ? new Refused(said.message) : new Error(answer.statusText);
}

export async function preview(group: string, file: Blob): Promise<Found> {
  return (await send(group, "preview", file)).json() as Promise<Found>;
}

export async function rejects(group: string, file: Blob): Promise<Blob> {
  return (await send(group, "rejects", file)).blob();
}

/** The lines of an answer, each as soon as it is there. */
export async function* lines(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const whole = (rest + part.value).split("\n");
    rest = whole.pop() ?? "";
    yield* whole;
  }
  if (rest) yield rest;
}

/** Imports the file; where an answer breaks off before its end, another try brings nobody twice. */
export async function bring(group: string, file: Blob, consent: string, onProgress: (counts: Counts) => void): Promise<Counts> {
  const { body } = await send(group, "import", file, `?${new URLSearchParams({ consent }).toString()}`);
  if (!body) throw new Error("no answer");
  for await (const text of lines(body)) {
    const line = JSON.parse(text) as Line;
    if (line.done) return line.done;
    if (line.problem) throw new Refused(line.problem.message);
    if (line.progress) onProgress(line.progress);
  }
  throw new Error("broken off");
}

export const sumOf = ({ added, corrected, present, refused }: Counts): number => added + corrected + present + refused;
