import type { AzureTrouble, LifeSigns } from '../../domain/alert/life-signs.ts';
import type { Instant } from '../../domain/instant.ts';
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
        fault ? { ...before, scope, trouble: worse(before?.trouble, fault, at) } : { scope, lastGoodAt: at },
      );
    },
    signs: () => [...board.values()],
  };
}

function worse(before: AzureTrouble | undefined, fault: AzureFault, at: Instant): AzureTrouble {
  return {
    kind: fault.kind,
    message: fault.message,
    since: before?.since ?? at,
    polls: (before?.polls ?? 0) + 1,
    notBefore: at + (fault.retryAfterMs ?? 0),
  };
}
