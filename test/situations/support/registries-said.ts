import type { Now } from '../../../src/usecases/ports.ts';
import type { Registries } from '../../../src/usecases/validation/registries.ts';
import {
  aHolder,
  aPrefixEvidence,
  aRoute,
  aVrp,
  noEvidence,
  ripe,
  told,
} from '../../support/a-prefix-evidence.ts';
import type { RegistriesSay } from './situation.ts';

/** Registries that have what is usual of every prefix (RIPE, a ROA, a holder), but for what is said of one. */
export function createRegistriesSaid(now: Now) {
  const said = new Map<string, RegistriesSay[string]>();

  function evidenceOf(prefix: string) {
    const { routes = [{}], vrps = [{}], isSilent } = said.get(prefix) ?? {};
    const at = now();
    const evidence = aPrefixEvidence({
      prefix,
      irr: [
        {
          server: ripe,
          told: told(
            routes.map((route) => aRoute({ prefix, ...route })),
            at,
          ),
        },
      ],
      rpki: told({ vrps: vrps.map((vrp) => aVrp({ prefix, ...vrp })) }, at),
      holder: told(aHolder(), at),
    });
    return isSilent ? noEvidence(evidence) : evidence;
  }

  return {
    hear(says: RegistriesSay): void {
      for (const [prefix, more] of Object.entries(says)) said.set(prefix, { ...said.get(prefix), ...more });
    },
    registries: { look: async (prefixes) => prefixes.map(evidenceOf) } satisfies Pick<Registries, 'look'>,
  };
}

export type RegistriesSaid = ReturnType<typeof createRegistriesSaid>;
