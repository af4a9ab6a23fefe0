import type { FieldChange } from '../../circuit/changes.ts';
import { isSameName } from '../../circuit/settle.ts';
import { answer, type Result, refuse } from '../../result.ts';
import { lastPartOf } from '../arm-id.ts';
import type { Caution } from '../caution.ts';
import type { CircuitSight, Gateway } from '../circuit-sight.ts';
import type { LinkIntent } from '../intent.ts';
import type { Plan, PlanInputs } from '../plan.ts';
import type { WriteStep } from '../step.ts';
import { connectFacts } from './connect-facts.ts';
import { circuitRefusal, gatewayRefusal, typedRefusal } from './connect-rules.ts';
import type { LinkRefusal } from './link-refusal.ts';
import { servingTarget } from './target.ts';

/** Joins a gateway. From another subscription an authorization is made and redeemed on the way (facts/azure.md 4.4). */
export function planConnect(intent: LinkIntent, inputs: PlanInputs): Result<Plan, LinkRefusal> {
  const mistyped = typedRefusal(intent);
  if (mistyped) return refuse(mistyped);
  const serving = servingTarget(intent, inputs);
  if (!serving.ok) return serving;
  const sight = serving.value;
  const gateway = inputs.gateways.find(({ id }) => isSameName(id, intent.gatewayId));
  if (!gateway) return refuse({ code: 'gateway-gone', gateway: lastPartOf(intent.gatewayId) });
  const refusal = circuitRefusal(sight, inputs) ?? gatewayRefusal({ intent, sight, gateway, inputs });
  if (refusal) return refuse(refusal);
  const redeems = isForeign(gateway, sight) ? authorizationFor(intent, sight) : undefined;
  return answer({
    changes: changesOf(intent, gateway, redeems),
    seen: connectFacts(sight, gateway, inputs),
    cautions: cautionsOf(intent),
    policy: 'link',
    steps: stepsOf(intent, gateway, redeems),
  });
}

function isForeign(gateway: Gateway, { circuit }: CircuitSight): boolean {
  return !isSameName(gateway.subscriptionId, circuit.subscriptionId);
}

/**
 * Named like the connection. One of that name that nobody redeemed is left of an earlier try and is used; beside one
 * that is in use a number is put behind the name.
 */
function authorizationFor({ connectionName }: LinkIntent, { circuit }: CircuitSight): string {
  const inUse = circuit.authorizations.filter((one) => one.inUse).map(({ name }) => name.toLowerCase());
  const candidates = [connectionName, ...inUse.map((_, index) => numbered(connectionName, index + 2))];
  return candidates.find((name) => !inUse.includes(name.toLowerCase())) ?? connectionName;
}

function numbered(name: string, number: number): string {
  const end = `-${number}`;
  return `${name.slice(0, 80 - end.length)}${end}`;
}

function changesOf(
  intent: LinkIntent,
  gateway: Gateway,
  redeems: string | undefined,
): readonly FieldChange[] {
  const { name, resourceGroup, subscriptionId } = gateway;
  const added = (field: string, after: string) => ({ field, before: '', after });
  return [
    added('Connection', intent.connectionName),
    added('Gateway', `${name} in ${resourceGroup}, subscription ${subscriptionId}`),
    added('Routing weight', String(intent.routingWeight)),
    added('FastPath', intent.fastPath ? 'on' : 'off'),
    ...(redeems === undefined ? [] : [added('Authorization', `${redeems}, redeemed by this connection`)]),
  ];
}

function cautionsOf({ fastPath }: LinkIntent): readonly Caution[] {
  return fastPath ? ['link-joins-networks', 'fast-path-bypasses-gateway'] : ['link-joins-networks'];
}

function stepsOf(intent: LinkIntent, gateway: Gateway, redeems: string | undefined): readonly WriteStep[] {
  const { gatewayId: _typed, connectionName, routingWeight, fastPath } = intent;
  const { id: gatewayId, region, subscriptionId, resourceGroup } = gateway;
  const connectionId = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Network/connections/${connectionName}`;
  const connect = {
    kind: 'put-connection',
    connectionId,
    gatewayId,
    region,
    routingWeight,
    fastPath,
  } as const;
  return redeems === undefined
    ? [connect]
    : [
        { kind: 'put-authorization', name: redeems },
        { ...connect, redeems },
      ];
}
