/**
 * JSON turns NaN and the infinities into null, which cannot be read back: one such number in an acknowledged commit
 * would make the file unreadable at the next start. It is a bug of the caller, so it is refused before it is written.
 */
export function assertStorable(value: unknown, where = 'transaction'): void {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new TypeError(`${where} is ${value}, which cannot be stored`);
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (typeof part === 'number' || typeof part === 'object') assertStorable(part, `${where}.${key}`);
  }
}
