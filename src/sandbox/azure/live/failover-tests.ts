import { guidOf } from '../guid.ts';
import { type Circuit, lineKey } from '../model/circuit.ts';
import type { FailoverTest } from '../model/failover-test.ts';

/** The failover tests of every circuit, oldest first. A circuit that is made anew under its old name has none. */
export interface FailoverTests {
  of(circuit: Circuit): readonly FailoverTest[];
  /** Under the circuit that it belongs to; the newest last. */
  add(circuit: Circuit, test: Omit<FailoverTest, 'id'>): FailoverTest;
  update(circuit: Circuit, id: string, change: Partial<FailoverTest>): void;
}

export function createFailoverTests(): FailoverTests {
  const tests = new Map<string, readonly FailoverTest[]>();
  const of = (circuit: Circuit) => tests.get(lineKey(circuit)) ?? [];
  return {
    of,
    add(circuit, wanted) {
      const test = { ...wanted, id: guidOf('failover-test', lineKey(circuit), of(circuit).length) };
      tests.set(lineKey(circuit), [...of(circuit), test]);
      return test;
    },
    update(circuit, id, change) {
      tests.set(
        lineKey(circuit),
        of(circuit).map((test) => (test.id === id ? { ...test, ...change } : test)),
      );
    },
  };
}
