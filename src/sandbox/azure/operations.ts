import type { WorldClock } from '../world/clock.ts';
import { guidOf } from './guid.ts';
import type { Settings } from './settings.ts';
import type { ArmErrorBody } from './wire/error.ts';

type OperationWork = {
  /** Azure's own name for it, as `PutExpressRouteCircuitOperation`. */
  readonly name: string;
  readonly subscriptionId: string;
  readonly location: string;
  /** The circuit that nobody else may change meanwhile. */
  readonly lock: string;
  /** Brings the change about; what it returns is why it failed. */
  finish(): ArmErrorBody | undefined;
};

export type Operation = {
  readonly id: string;
  readonly work: OperationWork;
  readonly status: 'InProgress' | 'Succeeded' | 'Failed';
  readonly error?: ArmErrorBody;
};

/** Azure's long-running operations: one at a time on a circuit, each ending `operationMs` after its start. */
export interface Operations {
  start(work: OperationWork): Operation;
  find(id: string): Operation | undefined;
  /** The operation that holds this circuit. */
  running(lock: string): Operation | undefined;
}

export function createOperations(clock: WorldClock, settings: Settings): Operations {
  const operations = new Map<string, Operation>();
  const locks = new Map<string, string>();

  function end(started: Operation): void {
    const { lock } = started.work;
    locks.delete(lock);
    const error = started.work.finish();
    operations.set(started.id, {
      ...started,
      status: error ? 'Failed' : 'Succeeded',
      ...(error && { error }),
    });
  }

  return {
    start(work) {
      const id = guidOf('operation', work.lock, operations.size);
      const started: Operation = { id, work, status: 'InProgress' };
      operations.set(id, started);
      locks.set(work.lock, id);
      clock.after(settings.operationMs, () => end(started));
      return started;
    },
    find: (id) => operations.get(id.toLowerCase()),
    running: (lock) => operations.get(locks.get(lock) ?? ''),
  };
}
