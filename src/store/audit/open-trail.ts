import { type FileHandle, open, writeFile } from 'node:fs/promises';
import type { Log } from '../../usecases/ports.ts';
import { ownerOnly } from '../safe-copy.ts';
import { goOnFrom } from './go-on-from.ts';
import { type Head, readHead } from './head.ts';
import { type Line, type Link, parseLine } from './line.ts';
import { type End, readEnd } from './read-end.ts';

export type TrailDeps = { readonly now: () => number; readonly log?: Log };

/** What must be known of a trail to go on with it. */
export type Trail = {
  /** What the next line follows. */
  readonly end: Link;
  /** Of the file, bytes. */
  readonly size: number;
  /** Of the newest entries. */
  readonly ids: ReadonlySet<string>;
  readonly head: Head;
};

/** Makes the file where there is none, and mends what a crash left of its last line. */
export async function openTrail(path: string, deps: TrailDeps): Promise<Trail> {
  const head = await readHead(path);
  const file = await open(path, 'a+', ownerOnly);
  try {
    await file.chmod(ownerOnly);
    const found = await readEnd(file);
    const lines = (await mend(file, path, found, deps)).map(parseLine);
    const { end, trouble } = goOnFrom(lines, head);
    if (trouble) deps.log?.error({ file: path, trouble }, 'the audit trail is not as it was left');
    return { end, size: (await file.stat()).size, ids: idsOf(lines), head };
  } finally {
    await file.close();
  }
}

/** A line that was cut short is put aside: its entry is still due. One that only lacks its line feed gets it. */
async function mend(
  file: FileHandle,
  path: string,
  { lines, remainder, size }: End,
  { now, log }: TrailDeps,
): Promise<readonly Buffer[]> {
  if (remainder.length === 0) return lines;
  if (parseLine(remainder)) {
    await file.appendFile('\n');
    await file.datasync();
    return [...lines, remainder];
  }
  const aside = `${path}.torn-${new Date(now()).toISOString().replaceAll(':', '-')}`;
  await writeFile(aside, remainder, { mode: ownerOnly, flush: true });
  await file.truncate(size - remainder.length);
  await file.datasync();
  log?.warn(
    { file: path, aside, bytes: remainder.length },
    'a line of the audit trail was cut short: put aside',
  );
  return lines;
}

function idsOf(lines: readonly (Line | undefined)[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line?.id ?? []));
}
