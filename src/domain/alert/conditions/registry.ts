import { believedLosses, lossesOf } from '../../validation/registration/losses.ts';
import type { RegisteredPrefix } from '../../validation/registration/registration.ts';
import type { RegistryTrouble, Verdict } from '../condition.ts';

/** A prefix that is advertised, with what is remembered of it. `source`: the routing registry that its peering names. */
export type Remembered = { readonly memory: RegisteredPrefix; readonly source?: string };

/** How many prefixes a message carries. */
const shown = 50;

/**
 * What the registries have of the accepted prefixes of one family, against what they had when Microsoft accepted them;
 * undefined: there are none. Prefixes that Microsoft does not accept are the validation's to tell: they begin no
 * incident, and end none before what they lost is back.
 */
export function registryVerdict(prefixes: readonly Remembered[]): Verdict | undefined {
  if (prefixes.length === 0) return undefined;
  const bad = prefixes
    .map(({ memory, source }) => ({ memory, losses: believedLosses(memory, source) }))
    .filter(({ losses }) => losses.length > 0);
  if (bad.some(({ memory }) => memory.isAccepted))
    return { kind: 'bad', severity: 'warning', trouble: troubleOf(bad) };
  return { kind: prefixes.some(isInQuestion) ? 'unknown' : 'good' };
}

type Bad = {
  readonly memory: RegisteredPrefix;
  readonly losses: RegistryTrouble['prefixes'][number]['losses'];
};

function troubleOf(bad: readonly Bad[]): RegistryTrouble {
  const prefixes = bad
    .slice(0, shown)
    .map(({ memory: { prefix, asn }, losses }) => ({ prefix, asn, losses }));
  return { kind: 'registry', prefixes, omitted: bad.length - prefixes.length };
}

/** Something of it is gone, or nobody has ever said anything of it. */
function isInQuestion({ memory, source }: Remembered): boolean {
  const isUnheard = memory.irr.length === 0 && !memory.rpki && !memory.record;
  return isUnheard || lossesOf(memory, source).length > 0;
}
