import type { z } from 'zod';

/** What is wrong in a file, one sentence each: where in it, what stands there, what it must be. */
export function problemsOf(raw: unknown, { issues }: z.ZodError): readonly string[] {
  return issues.map(({ code, path, message }) => {
    const { at, value } = locate(raw, path);
    return code === 'unrecognized_keys' ? `${at} ${message}` : `${at} ${standing(value)}; it ${message}`;
  });
}

/** Follows a path as far as the file goes: what may be written as a list of one or by itself has no index then. */
function locate(raw: unknown, path: readonly PropertyKey[]): { at: string; value: unknown } {
  let at = '';
  let value = raw;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) break;
    if (typeof step === 'number' && !Array.isArray(value)) break;
    at += typeof step === 'number' ? `[${step}]` : `${at && '.'}${String(step)}`;
    value = new Map<PropertyKey, unknown>(Object.entries(value)).get(String(step));
  }
  return { at: at || 'the whole', value };
}

const shownLength = 60;

function standing(value: unknown): string {
  if (value === undefined) return 'is missing';
  const text = JSON.stringify(value);
  return `is ${text.length > shownLength ? `${text.slice(0, shownLength)}…` : text}`;
}
