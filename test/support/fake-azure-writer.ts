import type { Failure } from '../../src/domain/approval/request.ts';
import type { Circuit } from '../../src/domain/circuit/circuit.ts';
import type { CircuitAddress } from '../../src/domain/circuit/circuit-id.ts';
import type { Connection, FailoverTest, Gateway } from '../../src/domain/operation/circuit-sight.ts';
import type { WriteStep } from '../../src/domain/operation/step.ts';
import { AzureFault, type AzureFaultKind, type AzureWriter, type Sent } from '../../src/usecases/ports.ts';
import { effectOf, isDone } from './fake-azure-effects.ts';
import { aGateway } from './plan-inputs.ts';

/** What there is in Azure. */
export type Cloud = {
  readonly circuits: Map<string, Circuit>;
  readonly connections: Map<string, Connection>;
  readonly failoverTests: Map<string, FailoverTest>;
  /** By circuit and prefix. */
  readonly signatures: Map<string, string>;
  readonly gateways: Gateway[];
};

type Operation = {
  readonly url: string;
  readonly target: CircuitAddress;
  readonly step: WriteStep;
  readonly endsAt: number;
  readonly failure: Failure | undefined;
};

export type Call = keyof AzureWriter;

/**
 * Azure as far as one circuit's life goes: operations take time, lock their circuit, and change it when they end. It
 * outlives the processes that use it; `hook` sees each call before and after it acted, and may throw.
 */
export function fakeAzure(now: () => number) {
  const cloud: Cloud = {
    circuits: new Map(),
    connections: new Map(),
    failoverTests: new Map(),
    signatures: new Map(),
    gateways: [aGateway({ circuitIds: [] })],
  };
  const running: Operation[] = [];
  const ended = new Map<string, Operation>();
  /** Writes that were taken, in their order. */
  const taken: WriteStep[] = [];
  const calls: Call[] = [];
  const scripted: { readonly call: Call; readonly fault: AzureFault; readonly acted: boolean }[] = [];
  const later: { readonly at: number; readonly happen: () => void }[] = [];
  const settings = {
    /** Of every circuit, until a test says that another one was made in its place. */
    resourceGuid: 'guid-1',
    operationMs: 60_000,
    retryAfterMs: 10_000,
    givesUrl: true,
    forgets: false,
    lateLooks: 0,
  };
  let failNext: Failure | undefined;

  /** Lets happen what time has brought. */
  function catchUp(): void {
    for (const event of later.splice(0)) {
      if (event.at <= now()) event.happen();
      else later.push(event);
    }
    for (const operation of running.splice(0)) {
      if (operation.endsAt > now()) running.push(operation);
      else end(operation);
    }
  }

  function end(operation: Operation): void {
    const { target, step, failure } = operation;
    mark(target, failure ? 'Failed' : 'Succeeded');
    if (failure && step.kind === 'delete-circuit') mark(target, 'Succeeded');
    if (!failure) effectOf(cloud, target, step);
    ended.set(operation.url, operation);
  }

  function mark(target: CircuitAddress, provisioningState: 'Updating' | 'Deleting' | 'Succeeded' | 'Failed') {
    const circuit = cloud.circuits.get(target.id);
    if (circuit) cloud.circuits.set(target.id, { ...circuit, provisioningState });
  }

  function operationOn(target: CircuitAddress): Operation | undefined {
    return running.find((operation) => operation.target.id === target.id);
  }

  function take(target: CircuitAddress, step: WriteStep): Sent {
    if (operationOn(target)) throw aFault('locked', settings.retryAfterMs);
    const circuit = cloud.circuits.get(target.id);
    if (!circuit && step.kind !== 'create-circuit') {
      if (step.kind === 'delete-circuit') return { kind: 'done' };
      throw aFault('not-found');
    }
    taken.push(step);
    const failure = failNext ?? asyncFailure(step, circuit);
    failNext = undefined;
    mark(target, step.kind === 'delete-circuit' ? 'Deleting' : 'Updating');
    const url = `https://arm.test/operations/${taken.length}?s=SIGNATURE`;
    running.push({ url, target, step, endsAt: now() + settings.operationMs, failure });
    return {
      kind: 'started',
      url: settings.givesUrl ? url : undefined,
      retryAfterMs: settings.retryAfterMs,
    };
  }

  function scriptedFault(call: Call, acted: boolean): void {
    const index = scripted.findIndex((entry) => entry.call === call && entry.acted === acted);
    const [entry] = index < 0 ? [] : scripted.splice(index, 1);
    if (entry) throw entry.fault;
  }

  /** The port, as one process sees it. */
  function writer(hook: (call: Call, acted: boolean) => void = () => {}): AzureWriter {
    async function call<T>(name: Call, act: () => T): Promise<T> {
      await null;
      hook(name, false);
      calls.push(name);
      catchUp();
      scriptedFault(name, false);
      const value = act();
      scriptedFault(name, true);
      hook(name, true);
      return value;
    }

    return {
      readCircuit: (target) =>
        call('readCircuit', () => {
          const circuit = cloud.circuits.get(target.id);
          return (
            circuit && {
              circuit,
              etag: undefined,
              resourceGuid: settings.resourceGuid,
              hasServiceKey: true,
              globalReach: [],
            }
          );
        }),
      readServiceKey: () => call('readServiceKey', () => undefined),
      readAuthorizationKey: () => call('readAuthorizationKey', () => undefined),
      connections: () => call('connections', () => [...cloud.connections.values()]),
      gateways: () => call('gateways', () => cloud.gateways),
      offers: () =>
        call('offers', () => [
          { provider: 'Equinix', locations: ['London'], bandwidthsMbps: [200, 500, 1_000, 2_000] },
        ]),
      resourceGroups: () => call('resourceGroups', () => []),
      failoverTests: () => call('failoverTests', () => [...cloud.failoverTests.values()]),
      send: (target, step) => call('send', () => take(target, step)),
      follow: (url) =>
        call('follow', () => {
          const { retryAfterMs } = settings;
          if (running.some((operation) => operation.url === url)) return { kind: 'running', retryAfterMs };
          const operation = settings.forgets ? undefined : ended.get(url);
          if (!operation) return { kind: 'forgotten' };
          const { failure } = operation;
          return failure ? { kind: 'failed', failure } : { kind: 'succeeded' };
        }),
      stand: (target, step) =>
        call('stand', () => {
          if (settings.lateLooks-- > 0) return { kind: 'undone' };
          if (operationOn(target)) return { kind: 'under-way' };
          if (isDone(cloud, target, step)) return { kind: isSeen(step) ? 'done' : 'unseen' };
          const isFailed = cloud.circuits.get(target.id)?.provisioningState === 'Failed';
          return isFailed ? { kind: 'failed', failure: unknownFailure } : { kind: 'undone' };
        }),
    };
  }

  return {
    cloud,
    taken,
    calls,
    settings,
    writer,
    put: (circuit: Circuit) => void cloud.circuits.set(circuit.id, circuit),
    /** The next call of this name goes wrong, before or after it acted. */
    script: (call: Call, fault: AzureFault, acted = false) => void scripted.push({ call, fault, acted }),
    /** The next operation that is taken ends so. */
    failNext: (failure: Failure) => {
      failNext = failure;
    },
    at: (at: number, happen: () => void) => void later.push({ at, happen }),
    /** Somebody else's operation holds the circuit. */
    lock(target: CircuitAddress, forMs: number, happen: () => void = () => {}, failure?: Failure) {
      mark(target, 'Updating');
      const step: WriteStep = { kind: 'change-circuit' };
      const endsAt = now() + forMs;
      running.push({ url: 'https://arm.test/operations/theirs', target, step, endsAt, failure });
      later.push({ at: endsAt, happen });
    },
  };
}

/** Azure does not tell a shared key. */
function isSeen(step: WriteStep): boolean {
  return step.kind !== 'put-peering' || step.settings.sharedKey === undefined;
}

/** All that the resource itself tells. */
const unknownFailure: Failure = { code: 'Failed', message: 'The last change failed.', details: [] };

/** Azure finds out minutes later (facts/azure.md 6). */
function asyncFailure(step: WriteStep, circuit: Circuit | undefined): Failure | undefined {
  if (step.kind !== 'delete-circuit' || circuit?.service.kind !== 'provider') return undefined;
  if (circuit.service.providerState === 'NotProvisioned') return undefined;
  return {
    code: 'ConflictError',
    message: 'The specified dedicated circuit is not in Deprovisioned state.',
    details: [],
  };
}

export function aFault(kind: AzureFaultKind, retryAfterMs?: number): AzureFault {
  return new AzureFault(kind, `Azure is ${kind}`, { retryAfterMs });
}
