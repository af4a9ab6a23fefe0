import { type CircuitId, parseCircuitAddress } from '../circuit/circuit-id.ts';

/**
 * Those that a person's name stands for: by name, `group/name` or ARM id; else those that have it in `group/name`. By
 * their ids alone, as circuits that are gone have a past, too.
 */
export function circuitsNamed(text: string, ids: readonly CircuitId[]): readonly CircuitId[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const exact = ids.filter((id) => [id, pathOf(id), nameOf(id)].includes(wanted));
  return exact.length > 0 ? exact : ids.filter((id) => pathOf(id).includes(wanted));
}

export function nameOf(id: CircuitId): string {
  const address = parseCircuitAddress(id);
  return address.ok ? address.value.name : id;
}

function pathOf(id: CircuitId): string {
  const address = parseCircuitAddress(id);
  return address.ok ? `${address.value.resourceGroup}/${address.value.name}` : id;
}
