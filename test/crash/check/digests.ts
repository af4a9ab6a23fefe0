import type { Turn } from './incidents.ts';
import { turnOf } from './incidents.ts';
import type { ToldChange } from './plain-changes.ts';

/** What a digest's whole list shows: changes by kind alone, and incidents as they stand now. */
export type Listed = {
  readonly changes: readonly ToldChange[];
  readonly incidents: readonly { readonly id: string; readonly owner: string; readonly stand: Turn }[];
};

const kinds: Readonly<Record<string, string>> = {
  'Circuit found': 'circuit-found',
  'Circuit gone': 'circuit-gone',
  'Provider state': 'provider-state',
  Bandwidth: 'bandwidth',
  SKU: 'sku',
};

const changePattern = /^:\w+: \*(\S+)\* \([^)]+\) · ([\w ]+) · /gmu;
const incidentPattern = /^(:\w+: \*(\S+)\* · .*)\n(INC-\w+) · /gmu;

/** `words`: all pages, one after the other. */
export function toListed(words: string): Listed {
  return {
    changes: [...words.matchAll(changePattern)].map(([, circuit = '', name = '']) => ({
      circuit,
      difference: kinds[name] ?? name,
    })),
    incidents: [...words.matchAll(incidentPattern)].map(([, line = '', owner = '', id = '']) => ({
      id,
      owner,
      stand: turnOf(line),
    })),
  };
}
