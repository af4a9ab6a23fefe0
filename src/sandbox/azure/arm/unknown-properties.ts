import type { UnknownProperties } from '../model/unknown-properties.ts';

/**
 * What a body says beyond the properties that this Azure knows, to be kept and returned. A PUT replaces, so what it
 * leaves out is gone. Nothing is returned where there is nothing, not even an empty bag.
 */
export function unknownIn(
  properties: Readonly<Record<string, unknown>>,
  known: ReadonlySet<string>,
): { readonly unknown?: UnknownProperties } {
  const entries = Object.entries(properties).filter(([name]) => !known.has(name));
  return entries.length > 0 ? { unknown: Object.fromEntries(entries) } : {};
}
