import type { Circuit } from '../../src/domain/circuit/circuit.ts';
import type { CircuitAddress } from '../../src/domain/circuit/circuit-id.ts';
import type { WriteStep } from '../../src/domain/operation/step.ts';
import { aCircuit, aPeering, aService } from './a-circuit.ts';
import type { Cloud } from './fake-azure-writer.ts';
import { aConnection } from './plan-inputs.ts';

/** What a write makes of Azure when its operation ends. */
export function effectOf(cloud: Cloud, target: CircuitAddress, step: WriteStep): void {
  const { circuits, connections, failoverTests, signatures } = cloud;
  const change = (changed: (circuit: Circuit) => Partial<Circuit>) => {
    const circuit = circuits.get(target.id);
    if (circuit) circuits.set(target.id, { ...circuit, ...changed(circuit) });
  };
  switch (step.kind) {
    case 'create-circuit':
      circuits.set(target.id, created(target, step));
      return;
    case 'change-circuit':
      change((circuit) => resized(circuit, step));
      return;
    case 'delete-circuit':
      circuits.delete(target.id);
      return;
    case 'put-peering': {
      const { vlanId, peerAsn, ipv4 } = step.settings;
      const peering = aPeering({ name: step.peering, type: step.peering, vlanId, peerAsn, ipv4 });
      change(({ peerings }) => ({
        peerings: [...peerings.filter(({ name }) => name !== step.peering), peering],
      }));
      return;
    }
    case 'delete-peering':
      change(({ peerings }) => ({ peerings: peerings.filter(({ name }) => name !== step.peering) }));
      return;
    case 'put-signature':
      signatures.set(`${target.id} ${step.prefix}`, step.signature);
      return;
    case 'put-authorization':
      change(({ authorizations }) => ({
        authorizations: [
          ...authorizations.filter(({ name }) => name !== step.name),
          { name: step.name, inUse: false },
        ],
      }));
      return;
    case 'delete-authorization':
      change(({ authorizations }) => ({
        authorizations: authorizations.filter(({ name }) => name !== step.name),
      }));
      return;
    case 'put-connection':
      connections.set(step.connectionId, aConnection({ id: step.connectionId, gatewayId: step.gatewayId }));
      return;
    case 'delete-connection':
      connections.delete(step.connectionId);
      return;
    case 'start-failover-test':
      failoverTests.set(step.link, { link: step.link, category: step.category, status: 'Running' });
      return;
    case 'stop-failover-test':
      failoverTests.set(step.link, { link: step.link, category: step.category, status: 'Completed' });
      return;
  }
}

/** Whether the resource is as a write would make it. */
export function isDone(cloud: Cloud, target: CircuitAddress, step: WriteStep): boolean {
  const { circuits, connections, failoverTests, signatures } = cloud;
  const circuit = circuits.get(target.id);
  switch (step.kind) {
    case 'create-circuit':
      return circuit !== undefined;
    case 'change-circuit':
      return (
        circuit !== undefined && JSON.stringify(resized(circuit, step)) === JSON.stringify(partOf(circuit))
      );
    case 'delete-circuit':
      return circuit === undefined;
    case 'put-peering':
      return (
        circuit?.peerings.some(
          ({ name, vlanId }) => name === step.peering && vlanId === step.settings.vlanId,
        ) === true
      );
    case 'delete-peering':
      return circuit?.peerings.every(({ name }) => name !== step.peering) === true;
    case 'put-signature':
      return signatures.get(`${target.id} ${step.prefix}`) === step.signature;
    case 'put-authorization':
      return circuit?.authorizations.some(({ name }) => name === step.name) === true;
    case 'delete-authorization':
      return circuit?.authorizations.every(({ name }) => name !== step.name) === true;
    case 'put-connection':
      return connections.has(step.connectionId);
    case 'delete-connection':
      return !connections.has(step.connectionId);
    case 'start-failover-test':
      return failoverTests.get(step.link)?.status === 'Running';
    case 'stop-failover-test':
      return failoverTests.get(step.link)?.status !== 'Running';
  }
}

type Part = Pick<Circuit, 'service' | 'sku'>;

function partOf({ service, sku }: Circuit): Part {
  return { service, sku };
}

function resized(
  { service, sku }: Circuit,
  { bandwidthMbps, tier, family }: Extract<WriteStep, { kind: 'change-circuit' }>,
): Part {
  return {
    service: { ...service, bandwidthMbps: bandwidthMbps ?? service.bandwidthMbps },
    sku: { tier: tier ?? sku.tier, family: family ?? sku.family },
  };
}

function created(
  { name, resourceGroup, subscriptionId }: CircuitAddress,
  { provider, peeringLocation, bandwidthMbps, tier, family }: Extract<WriteStep, { kind: 'create-circuit' }>,
): Circuit {
  const service = aService({ provider, peeringLocation, bandwidthMbps, providerState: 'NotProvisioned' });
  return aCircuit({ name, resourceGroup, subscriptionId, service, sku: { tier, family } });
}
