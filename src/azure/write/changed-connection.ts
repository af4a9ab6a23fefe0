import type { CircuitAddress } from '../../domain/circuit/circuit-id.ts';
import { type Change, type Raw, textAt, valueAt, withAll } from '../raw.ts';
import { refusal } from '../refusal.ts';
import { armIdOf } from '../resource-url.ts';
import { isSameText } from '../same-text.ts';
import type { StepOf } from './step-of.ts';

type PutConnection = StepOf<'put-connection'>;

/** `authorizationKey`: redeemed with it; Azure asks for one when the circuit is in another subscription. */
export function changedConnection(
  before: Raw | undefined,
  target: CircuitAddress,
  step: PutConnection,
  authorizationKey?: string,
): Raw {
  const raw = before ?? newConnection(target, step);
  if (!joins(raw, target) || !isSameText(textAt(raw, ...gatewayPath), step.gatewayId)) {
    throw refusal(
      'NameTaken',
      `There is a connection of this name already, and it joins another circuit or another gateway (${step.connectionId})`,
    );
  }
  const key: Change = [['properties', 'authorizationKey'], authorizationKey];
  return withAll(raw, [...settings(raw, step), ...(authorizationKey ? [key] : [])]);
}

const gatewayPath = ['properties', 'virtualNetworkGateway1', 'id'];

export function joins(connection: Raw, target: CircuitAddress): boolean {
  return isSameText(textAt(connection, 'properties', 'peer', 'id'), target.id);
}

/** What is not there is 0 and false. */
function settings(raw: Raw, { routingWeight, fastPath }: PutConnection): readonly Change[] {
  const wanted: readonly Change[] = [
    [['properties', 'routingWeight'], routingWeight],
    [['properties', 'expressRouteGatewayBypass'], fastPath],
  ];
  return wanted.filter(([path, value]) => (valueAt(raw, ...path) || false) !== (value || false));
}

function newConnection(target: CircuitAddress, { gatewayId, region }: PutConnection): Raw {
  return {
    location: region,
    properties: {
      connectionType: 'ExpressRoute',
      virtualNetworkGateway1: { id: gatewayId },
      peer: { id: armIdOf(target) },
    },
  };
}
