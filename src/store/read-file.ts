import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { StoreDocument } from './document.ts';
import { codeOf, unwritable } from './file-fault.ts';
import { migrate } from './migrations.ts';
import { type StoreState, toState } from './state.ts';

/** What lies at a path. */
export type Reading =
  | { readonly kind: 'missing' }
  | { readonly kind: 'whole'; readonly state: StoreState; readonly writtenAt: number }
  | { readonly kind: 'damaged'; readonly why: string }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'newer'; readonly version: number; readonly newest: number };

export async function readStoreFile(path: string): Promise<Reading> {
  try {
    const bytes = await readFile(path);
    return interpret(bytes, (await stat(path)).mtimeMs);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return { kind: 'missing' };
    throw unwritable(path, 'The state could not be read from', cause);
  }
}

function interpret(bytes: Uint8Array, writtenAt: number): Reading {
  const parsed = parseJson(bytes);
  if ('why' in parsed) return { kind: 'damaged', why: parsed.why };
  const migrated = migrate(parsed.raw);
  if (migrated.kind !== 'current') return migrated;
  const { success, data, error } = StoreDocument.safeParse(migrated.raw);
  if (!success) return { kind: 'damaged', why: firstIssue(error) };
  return { kind: 'whole', state: toState(data), writtenAt };
}

function parseJson(bytes: Uint8Array): { readonly raw: unknown } | { readonly why: string } {
  if (bytes.length === 0) return { why: 'it is empty' };
  try {
    // Fatal: bytes that are no UTF-8 would otherwise turn silently into replacement characters.
    return { raw: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return { why: `its ${bytes.length} bytes are not JSON, or end too early` };
  }
}

/** The first is enough: a damaged file may have thousands. */
function firstIssue(error: z.ZodError): string {
  return z
    .prettifyError(new z.ZodError(error.issues.slice(0, 1)))
    .replaceAll(/^✖ |\s+/g, ' ')
    .trim();
}
