import { randomInt } from 'node:crypto';
import type { WorldClock } from '../../world/clock.ts';
import { randomSecret } from './ids.ts';

const lifeMs = 3_000;

type TriggerError = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

/** Each trigger id opens one view, within three seconds of the person's act. */
export interface Triggers {
  /** `fromView` is the modal in which the person acted: `views.push` stacks upon it. */
  issue(user: string, fromView?: string): string;
  exchange(
    id: string,
  ): { readonly user: string; readonly fromView?: string } | { readonly error: TriggerError };
}

type Trigger = {
  readonly user: string;
  readonly fromView?: string;
  readonly until: number;
  readonly used: boolean;
};

export function createTriggers(clock: WorldClock): Triggers {
  const issued = new Map<string, Trigger>();
  return {
    issue(user, fromView) {
      const id = `${clock.now()}.${randomInt(1e12)}.${randomSecret(16)}`;
      issued.set(id, { user, ...(fromView && { fromView }), until: clock.now() + lifeMs, used: false });
      return id;
    },
    exchange(id) {
      const trigger = issued.get(id);
      if (!trigger) return { error: 'invalid_trigger_id' };
      if (trigger.used) return { error: 'exchanged_trigger_id' };
      if (clock.now() > trigger.until) return { error: 'expired_trigger_id' };
      issued.set(id, { ...trigger, used: true });
      return trigger;
    },
  };
}
