import type { RegistryWorld } from '../../registry/world/registry-world.ts';
import type { WorldClock } from '../../world/clock.ts';
import type { Estate } from '../estate.ts';
import { type Circuit, type CircuitRef, withPeering } from '../model/circuit.ts';
import { azurePorts, microsoftAsn } from '../model/new-peering.ts';
import type { Peering } from '../model/peering.ts';
import type { Settings } from '../settings.ts';
import { beginValidation, endValidation } from './prefix-validation.ts';
import { prefixVerdicts } from './prefix-verdict.ts';

/** Azure has configured its routers: the peering gets its Azure side, and its prefixes begin to be checked. */
export function settledPeerings(circuit: Circuit): Circuit {
  return circuit.peerings
    .filter(({ provisioningState }) => provisioningState === 'Updating')
    .reduce((settled, peering) => withPeering(settled, settle(circuit, peering)), circuit);
}

function settle({ delivery }: Circuit, peering: Peering): Peering {
  const ports = azurePorts(delivery.kind === 'provider' ? delivery.peeringLocation : 'Direct');
  return beginValidation({
    ...peering,
    provisioningState: 'Succeeded',
    azureASN: microsoftAsn,
    primaryAzurePort: peering.primaryAzurePort ?? ports.primaryAzurePort,
    secondaryAzurePort: peering.secondaryAzurePort ?? ports.secondaryAzurePort,
    gatewayManagerEtag: peering.gatewayManagerEtag ?? '',
    lastModifiedBy: 'Customer',
  });
}

/** Lets the verdict on the circuit's prefixes come in time, reckoned from the start of the operation. */
export function expectVerdict({ clock, settings, estate, registry }: Verdicts, ref: CircuitRef): void {
  clock.after(settings.operationMs + settings.validationMs, () =>
    estate.updateCircuit(ref, (circuit) =>
      circuit.peerings
        .filter(
          ({ kind, provisioningState }) => kind === 'MicrosoftPeering' && provisioningState === 'Succeeded',
        )
        .reduce((judged, peering) => {
          const verdict = prefixVerdicts(registry, circuit, peering, clock.now());
          return withPeering(judged, endValidation(peering, verdict));
        }, circuit),
    ),
  );
}

type Verdicts = {
  readonly clock: WorldClock;
  readonly settings: Settings;
  readonly estate: Estate;
  readonly registry: RegistryWorld;
};
