import { isSameName } from '../../circuit/settle.ts';
import { answer, type Result, refuse } from '../../result.ts';
import { lastPartOf, subscriptionOf } from '../arm-id.ts';
import type { CircuitSight, Connection } from '../circuit-sight.ts';
import type { UnlinkIntent } from '../intent.ts';
import type { Fact, Plan, PlanInputs } from '../plan.ts';
import { refOf, stateFacts } from './target.ts';
import type { UnlinkRefusal } from './unlink-refusal.ts';

type ConnectionToGo = Extract<UnlinkIntent['what'], { kind: 'connection' }>;

/** Takes a gateway's connection away. An authorization that it redeemed stays: only what was asked for is changed. */
export function planDisconnect(
  wanted: ConnectionToGo,
  sight: CircuitSight,
  { connections }: PlanInputs,
): Result<Plan, UnlinkRefusal> {
  const connection = connections.find(({ id }) => isSameName(id, wanted.id));
  if (!connection) return refuse(missingRefusal(wanted, sight));
  return answer({
    changes: [
      { field: 'Connection', before: connection.name, after: '' },
      { field: 'Gateway', before: lastPartOf(connection.gatewayId), after: '' },
    ],
    seen: [
      ...stateFacts(sight.circuit),
      ...connectionFacts(connection),
      ...authorizationFacts(connection, sight),
    ],
    cautions: ['unlink-cuts-network'],
    policy: 'unlink',
    steps: [{ kind: 'delete-connection', connectionId: connection.id }],
  });
}

function missingRefusal(
  { id, name }: ConnectionToGo,
  { circuit, redeemedBy = {} }: CircuitSight,
): UnlinkRefusal {
  const on = refOf(circuit);
  const isKnown = Object.values(redeemedBy).some((one) => isSameName(one, id));
  return isKnown
    ? { code: 'connection-unwatched', on, connection: name, subscriptionId: subscriptionOf(id) }
    : { code: 'connection-gone', on, connection: name };
}

function connectionFacts({ status, subscriptionId, routingWeight, fastPath }: Connection): readonly Fact[] {
  return [
    { name: 'Connection status', value: status },
    { name: 'Subscription', value: subscriptionId },
    { name: 'Routing weight', value: String(routingWeight) },
    { name: 'FastPath', value: fastPath ? 'on' : 'off' },
  ];
}

function authorizationFacts({ id }: Connection, { redeemedBy = {} }: CircuitSight): readonly Fact[] {
  const redeemed = Object.entries(redeemedBy).find(([, connectionId]) => isSameName(connectionId, id));
  return redeemed
    ? [{ name: 'Authorization', value: `${redeemed[0]}, stays and can be redeemed again` }]
    : [];
}
