import type { Settings } from '../storm/truth.ts';
import type { Post } from './read-room.ts';

/** A plain change as a channel was told of it. `difference`: as `differencesOf` says it. */
export type ToldChange = { readonly circuit: string; readonly difference: string };

const told: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^bandwidth (\d+) Gbps → (\d+) Gbps$/u, ([, a, b]) => `bandwidth ${a}→${b}.`],
  [/^provider state (\w+) → (\w+)$/u, ([, a, b]) => `provider-state ${a}→${b}.`],
  [/^SKU (\w+) \w+ → (\w+) \w+$/u, ([, a, b]) => `sku ${a}→${b}.`],
  [/^new circuit in Azure$/u, () => 'circuit-found.'],
  [/^circuit is gone from Azure$/u, () => 'circuit-gone.'],
];

/** Undefined: it is no plain change. */
export function toldChange({ text }: Post): ToldChange | undefined {
  const [circuit = '', what = ''] = text.split(/: (.*)/su);
  for (const [pattern, say] of told) {
    const match = pattern.exec(what);
    if (match) return { circuit, difference: say(match) };
  }
  return undefined;
}

/** What one look tells of a circuit that it saw so before; each in words of which no one is another's beginning. */
export function differencesOf(before: Settings | undefined, after: Settings | undefined): readonly string[] {
  if (!before) return after ? ['circuit-found.'] : [];
  if (!after) return ['circuit-gone.'];
  return [
    ...difference('provider-state', before.providerState, after.providerState),
    ...difference('bandwidth', before.bandwidthMbps / 1_000, after.bandwidthMbps / 1_000),
    ...difference('sku', before.tier, after.tier),
  ];
}

function difference(kind: string, before: string | number, after: string | number): readonly string[] {
  return before === after ? [] : [`${kind} ${before}→${after}.`];
}
