import type { CertificateTrouble, RegistryTrouble } from '../../src/domain/alert/condition.ts';
import type { RegistryLoss } from '../../src/domain/validation/registration/registry-loss.ts';
import { t0 } from './a-circuit.ts';

/** One of each kind: one added to the domain does not compile until it is here. */
function lossesOf(text: string): {
  readonly [K in RegistryLoss['kind']]: RegistryLoss & { readonly kind: K };
} {
  return {
    'route-gone': { kind: 'route-gone', sources: ['RIPE', text], isCovered: false },
    'origin-changed': {
      kind: 'origin-changed',
      sources: ['RIPE'],
      routes: Array.from({ length: 5 }, () => ({ origin: 4_294_967_294, source: text })),
    },
    'rpki-invalid': {
      kind: 'rpki-invalid',
      vrps: Array.from({ length: 4 }, () => ({ prefix: text, maxLength: 128, asn: 4_294_967_294 })),
    },
    'roa-gone': { kind: 'roa-gone' },
    'certificate-gone': { kind: 'certificate-gone', handle: text },
  };
}

/** Each loss alone, a network around the prefix that is left, all losses at once, and many prefixes. */
export function registryTroublesOf(text: string): readonly RegistryTrouble[] {
  const losses = Object.values(lossesOf(text));
  const of = (prefix: string, some: readonly RegistryLoss[]) => ({
    prefix,
    asn: 4_294_967_294,
    losses: some,
  });
  return [
    ...losses.map((loss) => ({ kind: 'registry' as const, prefixes: [of(text, [loss])], omitted: 0 })),
    {
      kind: 'registry',
      prefixes: [of(text, [{ kind: 'route-gone', sources: ['RIPE'], isCovered: true }])],
      omitted: 0,
    },
    { kind: 'registry', prefixes: [of(text, losses)], omitted: 0 },
    { kind: 'registry', prefixes: Array.from({ length: 50 }, () => of(text, losses)), omitted: 150 },
  ];
}

export function certificateTroublesOf(text: string): readonly CertificateTrouble[] {
  return (['month', 'week', 'ended'] as const).flatMap((stage) =>
    [1, 50].map((count) => ({
      kind: 'certificate' as const,
      stage,
      prefixes: Array.from({ length: count }, () => ({ prefix: text, endsAt: t0 })),
      omitted: count === 50 ? 150 : 0,
    })),
  );
}
