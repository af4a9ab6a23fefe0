import type { Scope } from '../domain/access/grant.ts';
import { parseCircuitAddress } from '../domain/circuit/circuit-id.ts';

const subscription = /^\/subscriptions\/([\w.-]{1,64})$/u;
const resourceGroup = /^\/subscriptions\/([\w.-]{1,64})\/resourcegroups\/([^/]{1,90})$/u;

/** Reads `*` or an ARM id in any casing. Undefined for what can never be a circuit's. */
export function parseScope(text: string): Scope | undefined {
  if (text === '*') return { kind: 'everything' };
  if (/\s/u.test(text)) return undefined;
  const id = text.toLowerCase();
  const [, ofSubscription] = subscription.exec(id) ?? [];
  if (ofSubscription) return { kind: 'subscription', subscriptionId: ofSubscription };
  const [, subscriptionId, group] = resourceGroup.exec(id) ?? [];
  if (subscriptionId && group) return { kind: 'resource-group', subscriptionId, resourceGroup: group };
  const circuit = parseCircuitAddress(text);
  return circuit.ok ? { kind: 'circuit', circuitId: circuit.value.id } : undefined;
}
