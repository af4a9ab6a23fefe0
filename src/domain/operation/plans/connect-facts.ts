import { nameOf } from '../../open-enum.ts';
import type { CircuitSight, Gateway } from '../circuit-sight.ts';
import type { Fact, PlanInputs } from '../plan.ts';
import { isRoutedByProvider, privatePeeringOf } from './connect-rules.ts';
import { stateFacts } from './target.ts';

const spacesShown = 10;

/**
 * What a link rests on, of the circuit and of the gateway. Not how many there are: links that are made one after the
 * other would make each other stale, and whether there is room is checked each time.
 */
export function connectFacts(sight: CircuitSight, gateway: Gateway, inputs: PlanInputs): readonly Fact[] {
  const { sku, region } = gateway;
  return [
    ...stateFacts(sight.circuit),
    { name: 'Azure private peering', value: privatePeeringFact(sight, inputs) },
    { name: 'Gateway SKU', value: sku === 'ErGwScale' ? `${sku} (FastPath from 10 scale units)` : sku },
    { name: 'Gateway region', value: region },
    { name: 'Address spaces', value: addressSpaces(gateway) },
  ];
}

function privatePeeringFact(sight: CircuitSight, inputs: PlanInputs): string {
  const peering = privatePeeringOf(sight);
  if (peering) return nameOf(peering.state) || 'state not told';
  return isRoutedByProvider(sight, inputs) ? 'not shown, the provider’s (layer 3)' : 'none';
}

function addressSpaces({ addressSpaces: spaces }: Gateway): string {
  if (spaces === undefined) return 'could not be read';
  const more = spaces.length - spacesShown;
  const shown = spaces.slice(0, spacesShown).join(', ') || 'none';
  return more > 0 ? `${shown} and ${more} more` : shown;
}
