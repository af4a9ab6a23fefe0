import type { Now } from '../usecases/ports.ts';
import type { SlackSight } from '../usecases/sights.ts';

export type CallWatch = {
  /** Told of each call of Slack's Web API. */
  readonly observe: (sight: SlackSight) => void;
  readonly now: Now;
};

/** Tells of each call of Slack's Web API how it went. Answers to response URLs are none. */
export function sighted(fetchOne: typeof fetch, apiUrl: string, { observe, now }: CallWatch): typeof fetch {
  const api = new URL(apiUrl);
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const isCall = url.origin === api.origin && url.pathname.startsWith(api.pathname);
    if (!isCall) return fetchOne(input, init);
    const method = url.pathname.slice(api.pathname.length);
    try {
      const response = await fetchOne(input, init);
      observe({ method, at: now(), ...sightOf(response) });
      return response;
    } catch (error) {
      observe({ method, at: now(), ok: false, throttled: false });
      throw error;
    }
  };
}

function sightOf({ status, headers }: Response): Omit<SlackSight, 'method' | 'at'> {
  const slackClock = Date.parse(headers.get('date') ?? '');
  return {
    ok: status < 500 && status !== 429,
    throttled: status === 429,
    ...(Number.isNaN(slackClock) ? {} : { slackClock }),
  };
}
