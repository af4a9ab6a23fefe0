import type { Instant } from '../../instant.ts';
import type { RegisteredPrefix } from '../../validation/registration/registration.ts';
import type { CertificateTrouble, Verdict } from '../condition.ts';
import type { Severity } from '../severity.ts';

const dayMs = 24 * 3_600_000;

/** How many prefixes a message carries. */
const shown = 50;

/** When people are reminded before the end. Ours: a change in a registry and a new signature take days, not minutes. */
const stages = [
  { stage: 'ended', withinMs: 0 },
  { stage: 'week', withinMs: 7 * dayMs },
  { stage: 'month', withinMs: 30 * dayMs },
] as const satisfies readonly { stage: CertificateTrouble['stage']; withinMs: number }[];

/** Traffic goes on, ended or not, so nobody is woken; a week before the end it is told once more. */
const severities: Readonly<Record<CertificateTrouble['stage'], Severity>> = {
  month: 'info',
  week: 'warning',
  ended: 'warning',
};

/**
 * The certificates whose keys signed for a circuit's prefixes, by the one that ends first; undefined: there is none. One
 * that is gone from its registration is the registry's trouble, not this one.
 */
export function certificateVerdict(prefixes: readonly RegisteredPrefix[], now: Instant): Verdict | undefined {
  const ends = prefixes.flatMap(endOf).sort((a, b) => a.endsAt - b.endsAt);
  const [first] = ends;
  if (!first) return undefined;
  const found = stages.find(({ withinMs }) => first.endsAt - now <= withinMs);
  if (!found) return { kind: 'good' };
  const soon = ends.filter(({ endsAt }) => endsAt - now <= found.withinMs);
  const trouble = {
    kind: 'certificate',
    stage: found.stage,
    prefixes: soon.slice(0, shown),
    omitted: Math.max(0, soon.length - shown),
  } as const;
  return { kind: 'bad', severity: severities[found.stage], trouble };
}

function endOf({ prefix, record }: RegisteredPrefix): readonly { prefix: string; endsAt: Instant }[] {
  const { signer, certificates = [] } = record ?? {};
  const isThere = certificates.some(({ fingerprint }) => fingerprint === signer?.fingerprint);
  return signer && isThere ? [{ prefix, endsAt: signer.validTo }] : [];
}
