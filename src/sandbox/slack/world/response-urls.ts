import type { WorldClock } from '../../world/clock.ts';
import { randomSecret } from './ids.ts';

const lifeMs = 30 * 60_000;
const maxUses = 5;

/** Where an answer goes that is sent to a response_url. */
export type ResponseTarget = {
  readonly channel: string;
  readonly user: string;
  /** The message whose button was pressed: what `replace_original` and `delete_original` mean. */
  readonly originalTs?: string;
  readonly threadTs?: string;
};

export interface ResponseUrls {
  issue(target: ResponseTarget): string;
  /** Counts one use. */
  use(path: string): { readonly target: ResponseTarget } | { readonly error: 'expired_url' | 'used_url' };
}

type Issued = { readonly target: ResponseTarget; readonly until: number; readonly uses: number };

export function createResponseUrls(clock: WorldClock, origin: () => string): ResponseUrls {
  const issued = new Map<string, Issued>();
  return {
    issue(target) {
      const path = randomSecret(18);
      issued.set(path, { target, until: clock.now() + lifeMs, uses: 0 });
      return `${origin()}/slack/response/${path}`;
    },
    use(path) {
      const found = issued.get(path);
      if (!found || clock.now() > found.until) return { error: 'expired_url' };
      if (found.uses >= maxUses) return { error: 'used_url' };
      issued.set(path, { ...found, uses: found.uses + 1 });
      return { target: found.target };
    },
  };
}
