import type { FieldChange } from './changes.ts';
import type { Order } from './order.ts';

const fields: readonly (readonly [field: string, read: (order: Order) => string | undefined])[] = [
  ['Provider', ({ provider }) => provider],
  ['Order number', ({ orderNumber }) => orderNumber],
  ['Contact', ({ contact }) => contact],
  ['Layer', ({ layer }) => layer?.toString()],
  ['Promised for', ({ promisedOn }) => promisedOn],
];

/** What is recorded differently; who recorded it and when does not count. */
export function orderChanges(before: Order | undefined, after: Order): readonly FieldChange[] {
  return fields
    .map(([field, read]) => ({
      field,
      before: (before && read(before)) ?? '',
      after: read(after) ?? '',
    }))
    .filter((change) => change.before !== change.after);
}
