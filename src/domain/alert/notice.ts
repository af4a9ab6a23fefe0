import type { RequestView } from '../approval/view.ts';
import type { Change, CircuitRef } from '../circuit/changes.ts';
import type { CircuitAddress } from '../circuit/circuit-id.ts';
import type { NextStep } from '../circuit/next-step.ts';
import type { Situation } from '../circuit/situation.ts';
import type { Instant } from '../instant.ts';
import type { CaseEntry } from '../validation/case/event.ts';
import type { CaseView } from '../validation/case/view.ts';
import type { Cause } from './cause.ts';
import type { DigestView } from './digest.ts';
import type { Incident, IncidentStep } from './incident.ts';
import type { Severity } from './severity.ts';
import type { Subject } from './subject.ts';
import type { SuspensionReason } from './suspension.ts';

/** Something that a channel or a person is owed, in facts. How it reads is decided when it is sent. */
export type Notice =
  | ChangeNotice
  | CatchUpNotice
  | FirstSightNotice
  | ChannelLostNotice
  | StoreRecoveredNotice
  | RequestNotice
  | RequestEndedNotice
  | IncidentNotice
  | IncidentStepsNotice
  | DigestNotice
  | DigestTurnsNotice
  | CaseNotice
  | CaseEntriesNotice;

export type ChangeNotice = {
  readonly kind: 'change';
  readonly change: Change;
  /** The request that made it, where that is plain. */
  readonly cause?: Cause;
};

/** What changed while nobody looked, or while the channel could not be reached. */
export type CatchUpNotice = {
  readonly kind: 'catch-up';
  readonly why: 'away' | 'channel-back';
  readonly since: Instant;
  readonly until: Instant;
  /** The newest, oldest first; at most `catchUpLimit`. */
  readonly changes: readonly Change[];
  /** How many older ones were left out. */
  readonly omitted: number;
};

export type FirstSightNotice = {
  readonly kind: 'first-sight';
  readonly subscriptionId: string;
  readonly at: Instant;
  readonly counts: readonly { readonly situation: Situation; readonly count: number }[];
  /** Those that wait for the reader, at most `attentionLimit`. */
  readonly attention: readonly {
    readonly name: string;
    readonly resourceGroup: string;
    readonly next: NextStep;
  }[];
  readonly attentionCount: number;
};

export type ChannelLostNotice = {
  readonly kind: 'channel-lost';
  readonly channelId: string;
  readonly reason: SuspensionReason;
  readonly subscriptionCount: number;
};

export type StoreRecoveredNotice = {
  readonly kind: 'store-recovered';
  readonly at: Instant;
  /** When the backup that was used had been written. */
  readonly backupFrom: Instant;
};

/** The one message of a request, edited as the request moves: a card. */
export type RequestNotice = { readonly kind: 'request'; readonly view: RequestView };

/** To the requester alone, whose request was decided somewhere else. */
export type RequestEndedNotice = { readonly kind: 'request-ended'; readonly view: RequestView };

/** The one message of an incident in a channel, edited as it goes: a card. */
export type IncidentNotice = { readonly kind: 'incident'; readonly view: IncidentView };

/** What a channel is shown of an incident. */
export type IncidentView = Omit<Incident, 'tellings' | 'revision' | 'bads' | 'steps' | 'omittedSteps'> & {
  /** The newest steps, at most `viewStepLimit`, oldest first. */
  readonly steps: readonly IncidentStep[];
  /** A maintenance window in which it happens: it may be expected. */
  readonly during?: { readonly windowId: string; readonly note: string; readonly until: Instant };
  /** It goes on in a newer message of this channel; this one stays as it was, and says so. */
  readonly isMoved?: true;
};
export const viewStepLimit = 3;

/** Steps in one reply; of more the newest. */
export const replyStepLimit = 20;

/** In the thread of an incident's message: what happened since the last reply. Several when they came late. */
export type IncidentStepsNotice = {
  readonly kind: 'incident-steps';
  readonly incidentId: string;
  readonly subject: Subject;
  readonly circuit?: CircuitRef;
  readonly steps: readonly IncidentStep[];
  /** How many older ones were left out, or folded away while Slack could not be reached. */
  readonly omitted: number;
};

/** Many alerts in one message: a card. */
export type DigestNotice = { readonly kind: 'digest'; readonly view: DigestView };

/** What became of an incident of a digest: `again`: bad once more; `back`: well, for now; `over`: resolved. */
export const turnKinds = ['worse', 'again', 'back', 'over', 'other'] as const;
export type TurnKind = (typeof turnKinds)[number];

/** In the thread of a digest's message: what became of its incidents in one look. */
export type DigestTurnsNotice = {
  readonly kind: 'digest-turns';
  readonly digestId: string;
  readonly at: Instant;
  /** Turns of each kind: of an incident one for each look. */
  readonly counts: Readonly<Record<TurnKind, number>>;
  /** The most important ones, at most `digestTop`. */
  readonly top: readonly DigestTurn[];
};

/** The one message of a case of manual validation, edited as it goes: a card. */
export type CaseNotice = { readonly kind: 'case'; readonly view: CaseView };

/** In the thread of a case's message: what happened at once. */
export type CaseEntriesNotice = {
  readonly kind: 'case-entries';
  readonly caseId: string;
  readonly circuit: CircuitAddress;
  readonly entries: readonly CaseEntry[];
  /** Who was asked to do what the case waits for. */
  readonly assignee?: string;
};

export type DigestTurn = {
  readonly incidentId: string;
  readonly subject: Subject;
  readonly circuit?: CircuitRef;
  readonly severity: Severity;
  readonly turn: TurnKind;
  readonly step: IncidentStep;
};

export const catchUpLimit = 25;
export const attentionLimit = 10;

export type Recipient = { readonly channelId: string } | { readonly userId: string };

export type Owed = {
  /** Unique: one message at most is sent for it, whatever happens. */
  readonly key: string;
  readonly to: Recipient;
  readonly notice: Notice;
  readonly owedAt: Instant;
  /**
   * The card that this is a new version of: a message that is posted once and edited afterwards. Its name is the key by
   * which it is found again in Slack.
   */
  readonly card?: string;
  /** The card in whose thread it stands. It is sent after that card has been posted, and not at all when it was not. */
  readonly replyTo?: string;
};

export function recipientKey(to: Recipient): string {
  return 'channelId' in to ? to.channelId : to.userId;
}

/** The key that stands in the message in Slack: a card's own, the same for all its versions. */
export function slackKeyOf({ card, key }: Pick<Owed, 'card' | 'key'>): string {
  return card ?? key;
}
