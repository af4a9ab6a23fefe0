import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../usecases/ports.ts';

/** The Slack libraries' own words go to our log, errors and warnings only: they print bodies at their lower levels. */
export function createBoltLogger(log: Log): Logger {
  return {
    debug() {},
    info() {},
    warn: (...words) => log.warn({ from: 'slack library' }, words.map(String).join(' ')),
    error: (...words) => log.error({ from: 'slack library' }, words.map(String).join(' ')),
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  };
}
