import type { OperationLook } from '../../usecases/ports.ts';
import type { ArmAnswer } from '../arm-answer.ts';
import type { ArmClient } from '../arm-client.ts';
import { follow } from '../write/follow.ts';

/** Cases are few; the oldest go first. */
const limit = 200;

/**
 * Where tickets that were asked for can be followed. Their URLs are signed: they are kept in memory alone, and a restart
 * forgets them, which loses no more than the reason why a ticket never comes.
 */
export interface PendingTickets {
  note(key: string, answer: ArmAnswer): void;
  /** Undefined: nothing is known of it. */
  look(key: string): Promise<OperationLook | undefined>;
  forget(key: string): void;
}

export function createPendingTickets(arm: ArmClient): PendingTickets {
  const urls = new Map<string, string>();
  return {
    note(key, { asyncOperation, location }) {
      const url = asyncOperation ?? location;
      if (url === undefined) return;
      urls.set(key, url);
      for (const oldest of urls.keys()) {
        if (urls.size <= limit) break;
        urls.delete(oldest);
      }
    },
    async look(key) {
      const url = urls.get(key);
      if (url === undefined) return undefined;
      const look = await follow(arm, url);
      if (look.kind === 'forgotten') urls.delete(key);
      return look;
    },
    forget: (key) => void urls.delete(key),
  };
}
