import { closest } from '../text/closest.ts';
import type { KnownCircuit } from './known-circuit.ts';

/** What a person's name for a circuit leads to. */
export type Finding =
  | { readonly kind: 'one'; readonly known: KnownCircuit }
  | { readonly kind: 'several'; readonly candidates: readonly KnownCircuit[] }
  | { readonly kind: 'none'; readonly didYouMean?: string };

/** Finds a circuit by its name, by `group/name`, by its ARM id, or by a unique part; the most exact way wins. */
export function findCircuit(text: string, circuits: readonly KnownCircuit[]): Finding {
  const wanted = text.toLowerCase().trim();
  if (wanted !== '') {
    for (const matches of [isExactly, isPart]) {
      const hits = circuits.filter((known) => matches(known, wanted));
      if (hits[0] && hits.length === 1) return { kind: 'one', known: hits[0] };
      if (hits.length > 1) return { kind: 'several', candidates: hits };
    }
  }
  const names = circuits.map(({ circuit }) => circuit.name);
  return { kind: 'none', didYouMean: closest(wanted, names) };
}

function isExactly({ circuit }: KnownCircuit, wanted: string): boolean {
  return [circuit.name.toLowerCase(), pathOf(circuit), circuit.id].includes(wanted);
}

function isPart({ circuit }: KnownCircuit, wanted: string): boolean {
  return pathOf(circuit).includes(wanted);
}

function pathOf({ resourceGroup, name }: KnownCircuit['circuit']): string {
  return `${resourceGroup}/${name}`.toLowerCase();
}
