import { blindConditions } from '../../domain/alert/blindness.ts';
import type { Condition } from '../../domain/alert/condition.ts';
import type { Instant } from '../../domain/instant.ts';
import type { DiskAlarm } from '../life-signs/disk-alarm.ts';
import type { Vitals } from '../life-signs/vitals.ts';
import type { Now } from '../ports.ts';
import type { Store } from '../store.ts';
import type { AlertDesk } from './alert-desk.ts';

export type LookAroundDeps = {
  readonly store: Pick<Store, 'incidents'>;
  readonly vitals: Pick<Vitals, 'lifeSigns'>;
  readonly alarm: Pick<DiskAlarm, 'sift'>;
  readonly alerts: Pick<AlertDesk, 'take' | 'passTime'>;
  readonly now: Now;
  readonly newId: () => string;
};

/** Looks at ourselves, and lets time pass: what must be said without a poll is said by this. */
export async function lookAround(deps: LookAroundDeps): Promise<void> {
  const { store, vitals, alarm, alerts, now, newId } = deps;
  const open = (await store.incidents()).map(({ subject }) => subject);
  const conditions = await alarm.sift(blindConditions(vitals.lifeSigns(), now(), open));
  await alerts.take({ id: newId(), at: now(), conditions });
  await alerts.passTime();
}

/** As it would be told if nothing had been told yet. */
export function blindnessOf(vitals: Pick<Vitals, 'lifeSigns'>, now: Instant): readonly Condition[] {
  return blindConditions(vitals.lifeSigns(), now);
}
