import type { LifeSigns } from '../../domain/alert/life-signs.ts';
import type { Instant } from '../../domain/instant.ts';
import { troubleAfter } from '../freshness.ts';
import type { AzureFault } from '../ports.ts';

export interface MetricsBoard {
  /** `scope`: `subscription/region`. `fault` undefined: they were read. */
  note(scope: string, fault: AzureFault | undefined, at: Instant): void;
  signs(): LifeSigns['metrics'];
}

/** Whether the metrics of each region can be read. */
export function createMetricsBoard(): MetricsBoard {
  const board = new Map<string, LifeSigns['metrics'][number]>();
  return {
    note(scope, fault, at) {
      const before = board.get(scope);
      board.set(
        scope,
        fault
          ? { ...before, scope, trouble: troubleAfter(before?.trouble, fault, at) }
          : { scope, lastGoodAt: at },
      );
    },
    signs: () => [...board.values()],
  };
}
