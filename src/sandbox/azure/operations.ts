import type { WorldClock } from '../world/clock.ts';
import { guidOf } from './guid.ts';
import type { Settings } from './settings.ts';
import type { ArmErrorBody } from './wire/error.ts';

type OperationPlace = {
  /** Azure's own name for it, as `PutExpressRouteCircuitOperation`. */
  readonly name: string;
  readonly subscriptionId: string;
  readonly location: string;
};

type OperationWork = OperationPlace & {
  /** The circuit or connection that nobody else may change meanwhile. */
  readonly lock: string;
  /** Brings the change about; what it returns is why it failed. */
  finish(): ArmErrorBody | undefined;
};

export type Operation = {
  readonly id: string;
  readonly work: OperationPlace;
  readonly status: 'InProgress' | 'Succeeded' | 'Failed';
  readonly error?: ArmErrorBody;
  /** Asks, and changes nothing: over sooner than a change. */
  readonly isQuestion?: true;
  /** JSON of what was asked for, where the operation was a question. */
  readonly result?: unknown;
};

/** Azure's long-running operations: one at a time on a resource, each ending `operationMs` after its start. */
export interface Operations {
  start(work: OperationWork): Operation;
  /** A question that Azure answers as an operation: its answer lies ready at the first look, or `afterMs` later. */
  answer(place: OperationPlace, result: () => unknown, afterMs?: number): Operation;
  find(id: string): Operation | undefined;
  /** The operation that holds this resource. */
  running(lock: string): Operation | undefined;
}

export function createOperations(clock: WorldClock, settings: Settings): Operations {
  const operations = new Map<string, Operation>();
  const locks = new Map<string, string>();

  function end(started: Operation, work: OperationWork): void {
    locks.delete(work.lock);
    const error = work.finish();
    operations.set(started.id, {
      ...started,
      status: error ? 'Failed' : 'Succeeded',
      ...(error && { error }),
    });
  }

  function keep(operation: Operation): Operation {
    operations.set(operation.id, operation);
    return operation;
  }

  return {
    start(work) {
      const started = keep({
        id: guidOf('operation', work.lock, operations.size),
        work,
        status: 'InProgress',
      });
      locks.set(work.lock, started.id);
      clock.after(settings.operationMs, () => end(started, work));
      return started;
    },
    answer(work, result, afterMs = 0) {
      const asked = { id: guidOf('operation', work.name, operations.size), work, isQuestion: true } as const;
      const answered = () => keep({ ...asked, status: 'Succeeded', result: result() });
      if (afterMs === 0) return answered();
      clock.after(afterMs, answered);
      return keep({ ...asked, status: 'InProgress' });
    },
    find: (id) => operations.get(id.toLowerCase()),
    running: (lock) => operations.get(locks.get(lock) ?? ''),
  };
}
