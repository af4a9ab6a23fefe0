import { believedOf, lossesOf } from '../../validation/registration/losses.ts';
import type { RegisteredPrefix } from '../../validation/registration/registration.ts';
import type { RegistryLoss } from '../../validation/registration/registry-loss.ts';
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
  const judged = prefixes.map(judge);
  const bad = judged.filter(({ believed }) => believed.length > 0);
  if (bad.some(({ memory }) => memory.isAccepted))
    return { kind: 'bad', severity: 'warning', trouble: troubleOf(bad) };
  return { kind: judged.some(isInQuestion) ? 'unknown' : 'good' };
}

type Judged = {
  readonly memory: RegisteredPrefix;
  readonly losses: readonly RegistryLoss[];
  readonly believed: readonly RegistryLoss[];
};

function judge({ memory, source }: Remembered): Judged {
  const losses = lossesOf(memory, source);
  return { memory, losses, believed: believedOf(memory, losses) };
}

function troubleOf(bad: readonly Judged[]): RegistryTrouble {
  const prefixes = bad
    .slice(0, shown)
    .map(({ memory: { prefix, asn }, believed }) => ({ prefix, asn, losses: believed }));
  return { kind: 'registry', prefixes, omitted: bad.length - prefixes.length };
}

/** Something of it is gone, or nobody has ever said anything of it. */
function isInQuestion({ memory: { irr, rpki, record }, losses }: Judged): boolean {
  return losses.length > 0 || (irr.length === 0 && !rpki && !record);
}
