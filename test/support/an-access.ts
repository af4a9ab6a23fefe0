import type { Access, Grant, Where } from '../../src/domain/access/grant.ts';
import { type CircuitAddress, parseCircuitAddress } from '../../src/domain/circuit/circuit-id.ts';
import { SlackFault } from '../../src/usecases/ports.ts';
import { subscription1 } from './a-circuit.ts';

/** An operator of everything: omar. */
export function aGrant(overrides: Partial<Grant> = {}): Grant {
  return { role: 'operator', to: ['U0OMAR0001'], on: { kind: 'everything' }, ...overrides };
}

export function anAccess(...grants: readonly Grant[]): Access {
  return { reads: 'everybody', grants };
}

/** The circuit rg-net/lon-01, or another. */
export function aPlace(name = 'lon-01', resourceGroup = 'rg-net', subscriptionId = subscription1) {
  const address = parseCircuitAddress(
    `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Network/expressRouteCircuits/${name}`,
  );
  if (!address.ok) throw new Error(address.refusal);
  return address.value satisfies Where & CircuitAddress;
}

/** Slack's user groups in memory: who is in them can change, and Slack can fail. Counts how often it was asked. */
export function fakeDirectory(groups: Readonly<Record<string, readonly string[]>> = {}) {
  const members = new Map(Object.entries(groups));
  let fault: SlackFault | undefined;
  let holding: Promise<void> | undefined;
  const asked: string[] = [];
  return {
    asked,
    put: (groupId: string, users: readonly string[]) => void members.set(groupId, users),
    fail: (retryAfterMs?: number) => {
      fault = new SlackFault('Slack is away', retryAfterMs === undefined ? {} : { retryAfterMs });
    },
    work: () => {
      fault = undefined;
    },
    /** Slack answers nothing until the returned function is called. */
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      holding = promise;
      return resolve;
    },
    async membersOf(groupId: string): Promise<readonly string[]> {
      asked.push(groupId);
      const answer = members.get(groupId) ?? [];
      const failure = fault;
      await holding;
      if (failure) throw failure;
      return answer;
    },
  };
}
