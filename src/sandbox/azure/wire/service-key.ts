import type { Circuit } from '../model/circuit.ts';

/** All zeros until the create operation has ended: Azure's placeholder, not a key. */
export function shownServiceKey({ issued, serviceKey }: Circuit): string {
  return issued ? serviceKey : '00000000-0000-0000-0000-000000000000';
}
