import type { Severity } from '../../domain/alert/severity.ts';
import type { ChangeKind } from '../../domain/circuit/changes.ts';
import type { AzureSight } from '../sights.ts';

/** `denied`: 401 or 403; `refused`: another 4xx; `failed`: 5xx; `unanswered`: no answer at all. */
export const callResults = ['ok', 'throttled', 'denied', 'refused', 'failed', 'unanswered'] as const;
export type CallResult = (typeof callResults)[number];

/** `partial`: some subscriptions could not be read. */
export type PollResult = 'ok' | 'partial' | 'failed';

/** What is counted, for those who measure Trunkline from outside. Kinds and numbers alone: nothing here names anything. */
export interface Meter {
  poll(result: PollResult, seconds: number): void;
  change(kind: ChangeKind): void;
  azureCall(host: AzureSight['host'], result: CallResult): void;
  armReadsRemaining(count: number): void;
  edgeReads(count: number): void;
  slackCall(result: CallResult): void;
  storeWrite(result: 'ok' | 'failed', seconds: number): void;
  heartbeat(result: 'ok' | 'failed'): void;
}

/** What is read when somebody asks. */
export type Gauges = {
  readonly incidentsOpen: Readonly<Record<Severity, number>>;
  readonly outboxDepth: number;
  /** 0: nothing is owed. */
  readonly outboxOldestAgeSeconds: number;
};
