import type { HeartbeatStanding } from '../usecases/life-signs/heartbeat-standing.ts';
import type { Meter } from '../usecases/life-signs/meter.ts';
import type { Log } from '../usecases/ports.ts';

export type HeartbeatDeps = {
  /** Undefined: none is sent. */
  readonly url: string | undefined;
  readonly meter: Pick<Meter, 'heartbeat'>;
  readonly log: Log;
  readonly timeoutMs?: number;
};

export interface Heartbeat {
  /** Sends one, unless one is under way. Nobody waits for it. */
  beat(): void;
  /** Undefined: none is sent. */
  standing(): HeartbeatStanding | undefined;
  /** Gives up the one under way. */
  stop(): void;
}

/**
 * GET after each good poll, for a service that alarms when it stays away. The URL is in no log: whoever knows it can
 * send heartbeats. Redirects are not followed: nobody agreed to where they lead.
 */
export function createHeartbeat({ url, meter, log, timeoutMs = 10_000 }: HeartbeatDeps): Heartbeat {
  const ending = new AbortController();
  let standing: HeartbeatStanding = { kind: 'waiting' };
  let isUnderWay = false;

  function note(trouble: string | undefined): void {
    meter.heartbeat(trouble === undefined ? 'ok' : 'failed');
    const before = standing;
    if (trouble === undefined) {
      standing = { kind: 'well' };
      if (before.kind === 'failing') log.info({}, 'the heartbeat arrives again');
    } else {
      const failures = before.kind === 'failing' ? before.failures + 1 : 1;
      standing = { kind: 'failing', failures, reason: trouble };
      if (before.kind !== 'failing') log.warn({ reason: trouble }, 'the heartbeat does not arrive');
    }
  }

  async function send(target: string): Promise<void> {
    const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(timeoutMs)]);
    const trouble = await troubleOf(target, signal);
    if (!ending.signal.aborted) note(trouble);
  }

  return {
    beat() {
      if (url === undefined || isUnderWay || ending.signal.aborted) return;
      isUnderWay = true;
      void send(url).finally(() => {
        isUnderWay = false;
      });
    },
    standing: () => (url === undefined ? undefined : standing),
    stop: () => ending.abort(),
  };
}

/** Undefined: it arrived. */
async function troubleOf(url: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const answer = await fetch(url, { redirect: 'manual', signal });
    await answer.body?.cancel();
    return answer.ok ? undefined : `HTTP ${answer.status}`;
  } catch {
    return signal.aborted ? 'no answer in time' : 'no connection';
  }
}
