import type { LifeSigns } from '../../domain/alert/life-signs.ts';
import type { Instant } from '../../domain/instant.ts';
import type { WriteSight } from '../sights.ts';
import { diskTroubleOf } from './disk-trouble.ts';

export interface DiskBoard {
  note(sight: WriteSight): void;
  /** Of one of them, or of both together. */
  sign(what?: WriteSight['what']): LifeSigns['disk'];
}

/** Whether what is to be remembered can be written. Store and audit trail fail and mend by themselves. */
export function createDiskBoard(): DiskBoard {
  const troubles = new Map<WriteSight['what'], NonNullable<LifeSigns['disk']['trouble']>>();
  let lastGoodAt: Instant | undefined;
  return {
    note({ what, fault, endedAt }) {
      if (fault === undefined) {
        troubles.delete(what);
        lastGoodAt = endedAt;
      } else {
        troubles.set(what, { ...diskTroubleOf(fault), since: troubles.get(what)?.since ?? endedAt });
      }
    },
    sign: (what) => {
      const trouble = what ? troubles.get(what) : (troubles.get('store') ?? troubles.get('audit'));
      return { ...(trouble ? { trouble } : {}), ...(lastGoodAt === undefined ? {} : { lastGoodAt }) };
    },
  };
}
