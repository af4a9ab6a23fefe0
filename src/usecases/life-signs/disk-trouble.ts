import type { LifeSigns } from '../../domain/alert/life-signs.ts';

type DiskReason = NonNullable<LifeSigns['disk']['trouble']>['reason'];

const reasons: Readonly<Record<string, DiskReason>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
};

/** Why a write failed, from the system's code in the fault or in one of its causes. No path is in it. */
export function diskTroubleOf(fault: unknown): { readonly reason: DiskReason; readonly detail: string } {
  const code = systemCode(fault);
  return {
    reason: (code && reasons[code]) || 'not-writable',
    detail: code ? `The system says ${code}.` : 'The system does not say why.',
  };
}

function systemCode(fault: unknown, depth = 0): string | undefined {
  if (!(fault instanceof Error) || depth > 4) return undefined;
  if ('code' in fault && typeof fault.code === 'string') return fault.code;
  return systemCode(fault.cause, depth + 1);
}
