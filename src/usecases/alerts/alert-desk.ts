import type { Condition } from '../../domain/alert/condition.ts';
import type { Incident } from '../../domain/alert/incident.ts';
import type { Mute } from '../../domain/alert/mute.ts';
import type { Owed } from '../../domain/alert/notice.ts';
import type { MaintenanceWindow, QuietHours } from '../../domain/alert/quiet.ts';
import type { SuspensionReason } from '../../domain/alert/suspension.ts';
import type { AuditEntry } from '../../domain/audit/entry.ts';
import type { Change, ChangeKind } from '../../domain/circuit/changes.ts';
import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import type { CircuitFilter } from '../../domain/circuit/filter.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Result } from '../../domain/result.ts';
import type { Caller } from '../caller.ts';
import type { Posted } from '../ports.ts';
import type { Transaction } from '../store.ts';

/** What the desk alone decides. */
type DeskPart = 'addChanges' | 'putIncidents' | 'removeIncidents' | 'putDigests' | 'hold' | 'unhold' | 'owe';

/** What a look at Azure, or at ourselves, found. */
export type AlertFacts = {
  /** Unique among all looks: names what is owed because of it. */
  readonly id: string;
  readonly at: Instant;
  /** What is to be remembered with it, in the same transaction; what concerns alerts is the desk's own. */
  readonly remember?: Omit<Transaction, DeskPart>;
  readonly changes?: readonly Change[];
  readonly conditions?: readonly Condition[];
  /** Messages that are owed whatever the alerts say: a first look's summary. */
  readonly owe?: readonly Owed[];
  /** Nobody looked for so long: plain changes are told together in each channel. */
  readonly gathered?: { readonly since: Instant; readonly until: Instant };
};

export type AlertRefusal =
  | { readonly code: 'incident-unknown'; readonly id: string }
  | { readonly code: 'incident-over'; readonly id: string }
  | { readonly code: 'incident-acknowledged'; readonly id: string; readonly by: string; readonly at: Instant }
  | { readonly code: 'window-unknown'; readonly id: string }
  /** Azure's own windows cannot be ended here. */
  | { readonly code: 'window-of-azure'; readonly id: string }
  | { readonly code: 'window-over'; readonly until: Instant }
  | { readonly code: 'window-too-long'; readonly days: number };

export type MuteAsk = {
  readonly channelId: string;
  readonly circuitId: CircuitId;
  readonly circuitName: string;
  readonly kind?: ChangeKind;
  readonly until: Instant;
  /** The incident from which it was asked: its thread tells who muted it. */
  readonly incidentId?: string;
};

export type WindowAsk = {
  readonly channelId: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly filter: CircuitFilter;
  readonly effect: 'mark' | 'hold';
  readonly note: string;
};

/**
 * Where everything that concerns alerts goes through, one after the other: what was seen becomes incidents, incidents
 * and changes become messages, and all of it is one transaction with what was seen. Throws StoreFault.
 */
export interface AlertDesk {
  /** How many messages became owed. */
  take(facts: AlertFacts): Promise<number>;
  /**
   * Time: fire-after, clear-after, flapping that calmed; mutes, quiet hours and windows that ended; long backlogs.
   * `conditions`: what a look at ourselves found at the same moment.
   */
  passTime(conditions?: readonly Condition[]): Promise<void>;
  /** A channel cannot be reached any more. */
  suspend(channelId: string, reason: SuspensionReason): Promise<void>;
  /** It can be reached again. False: it was not known to be lost. */
  resume(channelId: string, audit?: readonly AuditEntry[]): Promise<boolean>;
  /** Takes out of a digest of what could not be sent for long what its channel was told after all; `arrived`: keys in Slack. */
  dropTold(digestId: string, arrived: ReadonlyMap<string, Posted>): Promise<void>;
  /** Takes it over: everybody in the channels sees who. */
  acknowledge(caller: Caller, id: string, note?: string): Promise<Result<Incident, AlertRefusal>>;
  /** Gives it to somebody. */
  assign(caller: Caller, id: string, to: string): Promise<Result<Incident, AlertRefusal>>;
  mute(caller: Caller, ask: MuteAsk): Promise<Mute>;
  /** Undefined: it was not muted. What it held is told. */
  unmute(caller: Caller, mute: Pick<Mute, 'channelId' | 'circuitId' | 'kind'>): Promise<Mute | undefined>;
  setQuietHours(caller: Caller, hours: Omit<QuietHours, 'byUserId'>): Promise<QuietHours>;
  /** False: there were none. What they held is told. */
  endQuietHours(caller: Caller, channelId: string): Promise<boolean>;
  announce(caller: Caller, ask: WindowAsk): Promise<Result<MaintenanceWindow, AlertRefusal>>;
  /** Before its time. What it held is told. */
  endWindow(caller: Caller, id: string): Promise<Result<MaintenanceWindow, AlertRefusal>>;
}
