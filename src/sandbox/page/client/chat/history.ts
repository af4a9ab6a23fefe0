/** Lines that were sent, newest last, as a shell remembers them. */
export type History = { readonly lines: readonly string[]; readonly at: number };

const kept = 50;

export const emptyHistory: History = { lines: [], at: 0 };

export function remember({ lines }: History, line: string): History {
  const next = [...lines.filter((one) => one !== line), line].slice(-kept);
  return { lines: next, at: next.length };
}

/** One line older (-1) or newer (1); after the newest comes an empty line. */
export function recall({ lines, at }: History, step: -1 | 1): { history: History; line: string } {
  const next = Math.max(0, Math.min(lines.length, at + step));
  return { history: { lines, at: next }, line: lines[next] ?? '' };
}
