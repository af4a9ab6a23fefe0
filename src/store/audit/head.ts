import { readFile } from 'node:fs/promises';
import { replaceExclusively } from '../exclusive-file.ts';
import { codeOf } from '../file-fault.ts';
import { Link } from './line.ts';

/** What the file beside the trail says of its end: without it, lines cut off there would not be missed. */
export type Head =
  | { readonly kind: 'there'; readonly link: Link }
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged' };

/** `audit.jsonl` → `audit.head`. */
export function headPath(path: string): string {
  return `${path.replace(/\.jsonl$/u, '')}.head`;
}

export async function readHead(path: string): Promise<Head> {
  try {
    const { success, data } = Link.safeParse(parseJson(await readFile(headPath(path), 'utf8')));
    return success ? { kind: 'there', link: data } : { kind: 'damaged' };
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return { kind: 'missing' };
    throw cause;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** In one step: at every moment there is the old head or the new one. */
export async function writeHead(path: string, { seq, hash }: Link): Promise<void> {
  await replaceExclusively(headPath(path), `${JSON.stringify({ seq, hash })}\n`, 'next');
}
