import { schedule } from 'node-cron';
import { wait } from './wait.ts';

/** Runs work whenever a cron expression (seconds first) fits the time, never twice at once, until it is destroyed. */
export type Every = (
  when: string,
  name: string,
  work: () => Promise<void>,
) => { readonly destroy: () => unknown };

/** How time passes for what waits and for what is done on a schedule. */
export type Pace = {
  /** Resolves after `ms`, or at once when the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly every: Every;
  /** Between two messages to the same recipient, milliseconds. */
  readonly spacingMs?: number;
};

/** Slack takes one message a second in a channel (facts/slack.md 3.6). */
export const slackSpacingMs = 1_000;

/** As on the wall; a day that is played in minutes has another. */
export const wallPace: Pace = {
  wait,
  every: (when, name, work) => schedule(when, work, { name, noOverlap: true, logger: silent }),
};

/** An overlap or a missed slot is nothing to tell: the next tick decides afresh whether a poll is due. */
const silent = { info() {}, warn() {}, error() {}, debug() {} };
