import { blindConditions } from '../../domain/alert/blindness.ts';
import type { DiskAlarm } from '../life-signs/disk-alarm.ts';
import type { Vitals } from '../life-signs/vitals.ts';
import type { Now } from '../ports.ts';
import type { Store } from '../store.ts';
import type { AlertDesk } from './alert-desk.ts';

export type LookAroundDeps = {
  readonly store: Pick<Store, 'incidents'>;
  readonly vitals: Pick<Vitals, 'lifeSigns'>;
  readonly alarm: Pick<DiskAlarm, 'sift'>;
  readonly alerts: Pick<AlertDesk, 'passTime'>;
  readonly now: Now;
};

/** Looks at ourselves, and lets time pass: what must be said without a poll is said by this. */
export async function lookAround({ store, vitals, alarm, alerts, now }: LookAroundDeps): Promise<void> {
  const open = (await store.incidents()).map(({ subject }) => subject);
  await alerts.passTime(await alarm.sift(blindConditions(vitals.lifeSigns(), now(), open)));
}
