import { isEqual } from '../domain/equality.ts';
import { AzureFault } from '../usecases/ports.ts';

/**
 * A resource as ARM sent it, whole. Writes change fields of it and send the rest back: never through our own types,
 * which know only what Trunkline looks at.
 */
export type Raw = Readonly<Record<string, unknown>>;
type Path = readonly string[];

// Known to Node 24, not yet to TypeScript's ES2024. https://tc39.es/proposal-json-parse-with-source/
declare global {
  interface JSON {
    parse(
      text: string,
      reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
    ): unknown;
    rawJSON(text: string): unknown;
  }
}

export function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Numbers that JavaScript cannot hold stay as they were written. Throws AzureFault. */
export function parseRaw(text: string): Raw {
  const value = parsed(text);
  if (isRaw(value)) return value;
  throw new AzureFault('unreadable', 'Azure answered with something that is not a resource');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value, { source }) =>
      typeof value === 'number' && source && !isExact(value, source) ? JSON.rawJSON(source) : value,
    );
  } catch {
    // The cause would carry a piece of the text, and with it perhaps a key.
    throw new AzureFault('unreadable', 'Azure answered with something that is not JSON');
  }
}

/** Whether nothing of a whole number is lost; a fraction is as exact as Azure's own doubles. */
function isExact(value: number, source: string): boolean {
  return Number.isSafeInteger(value) || (Number.isFinite(value) && !/^-?\d+$/u.test(source));
}

export function valueAt(raw: Raw, ...path: Path): unknown {
  return path.reduce<unknown>((value, key) => (isRaw(value) ? value[key] : undefined), raw);
}

/** Empty: it is not there, or is no text. */
export function textAt(raw: Raw, ...path: Path): string {
  const value = valueAt(raw, ...path);
  return typeof value === 'string' ? value : '';
}

export function rawAt(raw: Raw, ...path: Path): Raw | undefined {
  const value = valueAt(raw, ...path);
  return isRaw(value) ? value : undefined;
}

/** Empty: it is not there, or is no list. */
export function listAt(raw: Raw, ...path: Path): readonly unknown[] {
  const value = valueAt(raw, ...path);
  return Array.isArray(value) ? value : [];
}

/** The objects of a list; anything else in it is left out. */
export function rawsAt(raw: Raw, ...path: Path): readonly Raw[] {
  return listAt(raw, ...path).filter(isRaw);
}

/** With one value changed; undefined takes the field away. What is so already comes back as the very same object. */
export function withAt(raw: Raw, [key, ...rest]: Path, value: unknown): Raw {
  if (key === undefined) return raw;
  const old = raw[key];
  if (value === undefined && rest.length > 0 && !isRaw(old)) return raw;
  const next = rest.length > 0 ? withAt(isRaw(old) ? old : {}, rest, value) : value;
  if (isEqual(old, next)) return raw;
  if (next !== undefined) return { ...raw, [key]: next };
  const { [key]: _gone, ...others } = raw;
  return others;
}

export type Change = readonly [path: Path, value: unknown];

export function withAll(raw: Raw, changes: readonly Change[]): Raw {
  return changes.reduce((changed, [path, value]) => withAt(changed, path, value), raw);
}
