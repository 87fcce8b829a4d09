/** Of a text in which words were found, the lines that hold them. */
export type Segment = { text: string; marked: boolean };

/** Lines without a mark are left out; the others keep their segments. */
export function markedLines(segments: readonly Segment[]): Segment[][] {
  const lines: Segment[][] = [[]];
  for (const { text, marked } of segments) {
    text.split("\n").forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part) lines.at(-1)?.push({ text: part, marked });
    });
  }
  return lines.filter((line) => line.some(({ marked }) => marked));
}
