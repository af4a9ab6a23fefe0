import type { LifeSigns } from '../../domain/alert/life-signs.ts';
import type { Instant } from '../../domain/instant.ts';
import type { FreshnessBoard } from '../freshness.ts';
import type { PollReport } from '../poll-circuits.ts';
import type { AzureFault, Now } from '../ports.ts';
import type { AzureSight, OutboxSight, SlackSight, WriteSight } from '../sights.ts';
import { callResult } from './call-result.ts';
import { createClockSamples } from './clock-samples.ts';
import { createDiskBoard } from './disk-board.ts';
import type { Meter, PollResult } from './meter.ts';
import { createMetricsBoard } from './metrics-board.ts';
import { createSlackBoard } from './slack-board.ts';

export type VitalsDeps = {
  readonly freshness: FreshnessBoard;
  /** The calm pace of polls. */
  readonly pollIntervalMs: number;
  readonly meter: Meter;
  readonly now: Now;
};

/** What is known of ourselves, in memory: whoever meets something notes it here, and it is counted too. */
export interface Vitals {
  noteAzure(sight: AzureSight): void;
  noteSlack(sight: SlackSight): void;
  noteWrite(sight: WriteSight): void;
  noteOutbox(sight: OutboxSight): void;
  /** `fault` undefined: the metrics of this `subscription/region` were read. */
  noteMetrics(scope: string, fault: AzureFault | undefined): void;
  /** When the credentials for Azure end; undefined: nobody knows. */
  noteCredentials(expiresAt: Instant | undefined): void;
  /** Runs a poll and notes how it went. One that throws has not happened. */
  timePoll(poll: () => Promise<PollReport>): Promise<PollReport>;
  /** The bot listens to Slack. */
  noteConnected(): void;
  isConnected(): boolean;
  /** Of the store alone, without the audit trail. */
  storeSign(): LifeSigns['disk'];
  lifeSigns(): LifeSigns;
}

/** As many as the store keeps of them. */
const parkedLimit = 200;

export function createVitals({ freshness, pollIntervalMs, meter, now }: VitalsDeps): Vitals {
  const startedAt = now();
  const clocks = { azure: createClockSamples(), slack: createClockSamples() };
  const [disk, slack, metrics] = [createDiskBoard(), createSlackBoard(), createMetricsBoard()];
  let parked: LifeSigns['parked'] = [];
  let lastEndedAt: Instant | undefined;
  let connected = false;
  let expiresAt: Instant | undefined;

  return {
    noteAzure(sight) {
      const { host, status, remainingReads, azureClock, askedAt, answeredAt } = sight;
      meter.azureCall(host, callResult(status));
      if (remainingReads !== undefined) meter.armReadsRemaining(remainingReads);
      if (azureClock !== undefined) clocks.azure.note({ clock: azureClock, askedAt, answeredAt });
    },
    noteSlack(sight) {
      const { ok, throttled, slackClock, at } = sight;
      meter.slackCall(ok ? 'ok' : throttled ? 'throttled' : 'failed');
      slack.noteCall(sight);
      if (slackClock !== undefined) clocks.slack.note({ clock: slackClock, askedAt: at, answeredAt: at });
    },
    noteWrite(sight) {
      const { what, fault, startedAt: from, endedAt } = sight;
      disk.note(sight);
      if (what === 'store') meter.storeWrite(fault === undefined ? 'ok' : 'failed', (endedAt - from) / 1_000);
    },
    noteOutbox(sight) {
      const { kind, reason = 'no reason', at } = sight;
      slack.noteOutbox(sight);
      if (kind === 'parked') parked = [...parked, { at, reason }].slice(-parkedLimit);
    },
    noteCredentials(at) {
      expiresAt = at;
    },
    noteMetrics: (scope, fault) => metrics.note(scope, fault, now()),
    async timePoll(poll) {
      const from = now();
      const seconds = () => Math.max(0, now() - from) / 1_000;
      try {
        const report = await poll();
        meter.poll(resultOf(report), seconds());
        lastEndedAt = now();
        return report;
      } catch (error) {
        meter.poll('failed', seconds());
        throw error;
      }
    },
    noteConnected() {
      connected = true;
    },
    isConnected: () => connected,
    storeSign: () => disk.sign('store'),
    lifeSigns: () => ({
      subscriptions: freshness.all(),
      metrics: metrics.signs(),
      polls: { intervalMs: pollIntervalMs, startedAt, ...(lastEndedAt === undefined ? {} : { lastEndedAt }) },
      clock: { azureMs: clocks.azure.skews(), slackMs: clocks.slack.skews() },
      disk: disk.sign(),
      slack: slack.sign(now()),
      parked,
      ...(expiresAt === undefined ? {} : { credentials: { expiresAt } }),
    }),
  };
}

function resultOf({ read, failed }: PollReport): PollResult {
  if (failed === 0) return 'ok';
  return read > 0 ? 'partial' : 'failed';
}
