/**
 * A value of somebody else's enumeration: one that is known here, or one that came and is shown as it came.
 * Azure adds values without notice (facts: `DeProvisioned` appeared between two SDK generations).
 */
export type Open<T extends string> = T | Unrecognised;
export type Unrecognised = { readonly unrecognised: string };

/** Reads a foreign value in any casing; what is not in `known` stays as it came. */
export function parseOpen<T extends string>(known: readonly T[], text: string): Open<T> {
  const folded = text.toLowerCase();
  return known.find((value) => value.toLowerCase() === folded) ?? { unrecognised: text };
}

/** The value as Azure names it. */
export function nameOf(value: Open<string>): string {
  return typeof value === 'string' ? value : value.unrecognised;
}

export function isSame(a: Open<string> | undefined, b: Open<string> | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return nameOf(a) === nameOf(b);
}
