import type { KnownCircuit } from '../../../../src/domain/circuit/known-circuit.ts';
import type { HolderSight } from '../../../../src/domain/validation/evidence.ts';
import { createSignatures } from '../../../../src/signing/create-signatures.ts';
import type { AdvertisedPrefix } from '../../../../src/usecases/validation/prefix-reader.ts';
import { aKnownCircuit, aMicrosoftPeering, t0 } from '../../../support/a-circuit.ts';
import { aHolder, aPrefixEvidence, told } from '../../../support/a-prefix-evidence.ts';
import { beginning } from '../../../support/beginning-deps.ts';
import { signed } from '../../../support/signed.ts';

export const { validationId } = signed;
export const prefix = '203.0.113.0/24';

/** The validation ID of another prefix of the same peering. */
export const idOf = (other: string) => validationId.replace(prefix, other);

export function anAdvertised(overrides: Partial<AdvertisedPrefix> = {}): AdvertisedPrefix {
  return { family: 'ipv4', prefix, validationId, state: 'ValidationNeeded', ...overrides };
}

/** lon-01 with a Microsoft peering, omar as operator, an Azure that tells these prefixes and a registry that tells this. */
export async function aSigning(
  said: {
    readonly prefixes?: readonly AdvertisedPrefix[] | undefined;
    readonly holder?: HolderSight;
    readonly organizations?: readonly string[];
  } = {},
) {
  const known: KnownCircuit = aKnownCircuit({ peerings: [aMicrosoftPeering()] });
  const begun = await beginning(known);
  const prefixes = 'prefixes' in said ? said.prefixes : [anAdvertised()];
  const holder = said.holder ?? told(aHolder({ certificates: [signed.certificate] }), t0);
  const looked: string[] = [];
  return {
    ...begun,
    looked,
    organizations: said.organizations ?? [],
    signatures: createSignatures(),
    prefixReader: {
      async readAdvertisedPrefixes() {
        begun.log.push('read the prefixes');
        return prefixes;
      },
    },
    registries: {
      async look(asked: readonly string[]) {
        looked.push(...asked);
        return asked.map((one) => aPrefixEvidence({ prefix: one, holder }));
      },
    },
  };
}
