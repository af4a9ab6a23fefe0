import type { SharedKeyRefusal } from './refusal.ts';

/** Characters. Source: expressroute-routing.md, MD5 hash: alphanumerics, no special characters. */
export const sharedKeyLimit = 25;

/** What is wrong with an MD5 key. It is never repeated: a refusal is shown. */
export function sharedKeyRefusals(sharedKey: string | undefined): readonly SharedKeyRefusal[] {
  if (sharedKey === undefined) return [];
  const { length } = [...sharedKey];
  if (length > sharedKeyLimit)
    return [{ code: 'shared-key-long', at: 'shared-key', length, limit: sharedKeyLimit }];
  return /^[A-Za-z0-9]+$/u.test(sharedKey) ? [] : [{ code: 'shared-key-characters', at: 'shared-key' }];
}
