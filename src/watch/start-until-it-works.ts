import type { Log } from '../usecases/ports.ts';
import { wait } from './wait.ts';

const pauseMs = 5_000;

/**
 * Slack may be away when the bot starts: it is asked again until it answers, while Azure is watched already and what
 * changes is owed. Being refused (a wrong token) or a taken port is final and thrown.
 */
export async function startUntilItWorks<T>(
  start: () => Promise<T>,
  isPassing: (error: unknown) => boolean,
  signal: AbortSignal,
  log: Log,
): Promise<T> {
  for (;;) {
    try {
      return await start();
    } catch (error) {
      if (!isPassing(error) || signal.aborted) throw error;
      log.warn({ err: error }, 'Slack does not answer yet; it is asked again');
      await wait(pauseMs, signal);
    }
  }
}
