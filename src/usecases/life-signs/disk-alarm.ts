import type { Condition } from '../../domain/alert/condition.ts';
import type { Incident } from '../../domain/alert/incident.ts';
import { incidentView } from '../../domain/alert/incidents/incident-view.ts';
import type { LifeSigns } from '../../domain/alert/life-signs.ts';
import type { Owed } from '../../domain/alert/notice.ts';
import { cardName } from '../../domain/alert/telling/card.ts';
import type { Instant } from '../../domain/instant.ts';
import { createTurnstile } from '../in-turn.ts';
import type { Messenger, Now, Posted } from '../ports.ts';
import { SlackFault } from '../ports.ts';
import { type Store, StoreFault } from '../store.ts';

export type DiskAlarmDeps = {
  readonly store: Pick<Store, 'commit' | 'subscriptions' | 'suspensions'>;
  readonly messenger: Messenger;
  /** Whether the store can be written, as far as it was tried. */
  readonly storeSign: () => LifeSigns['disk'];
  /** The store must fail for longer than this. */
  readonly pollIntervalMs: number;
  /** Names an incident. */
  readonly newId: () => string;
  readonly now: Now;
};

export interface DiskAlarm {
  /** Gives back the conditions that the desk is to take: while the alarm has told of the disk itself, not that one. */
  sift(conditions: readonly Condition[]): Promise<readonly Condition[]>;
}

type Bad = Extract<Condition['verdict'], { kind: 'bad' }>;

/** What the alarm has told, and where. */
type Ringing = {
  readonly incident: Incident;
  readonly posted: Map<string, Posted>;
  /** It may have arrived there or not. */
  readonly doubtful: Set<string>;
  /** They will not take it. */
  readonly lost: Set<string>;
};

/**
 * Tells of a store that cannot be written, which the store cannot owe: one message for each channel, sent at once and
 * remembered by this process alone. When the store can be written again it is given the incident with its messages, and
 * the desk brings it to its end like any other. A restart before that forgets the messages: they stay as they are.
 */
export function createDiskAlarm(deps: DiskAlarmDeps): DiskAlarm {
  let ringing: Ringing | undefined;
  /** Looks come from the schedule and from polls: at once, both would post. */
  const inTurn = createTurnstile();

  async function sift(conditions: readonly Condition[]): Promise<readonly Condition[]> {
    ringing ??= ringFor(deps, conditions);
    if (!ringing) return conditions;
    await settleDoubts(deps, ringing);
    if (await handOver(deps, ringing)) ringing = undefined;
    else await tellEverybody(deps, ringing);
    if (ringing && !isTold(ringing)) {
      ringing = undefined;
      return conditions;
    }
    return conditions.filter((condition) => !isDisk(condition));
  }

  return { sift: (conditions) => inTurn(() => sift(conditions)) };
}

/** Undefined: the disk is well, or not bad for long enough. */
function ringFor(
  { storeSign, pollIntervalMs, newId, now }: DiskAlarmDeps,
  conditions: readonly Condition[],
): Ringing | undefined {
  const verdict = conditions.find(isDisk)?.verdict;
  const { trouble } = storeSign();
  if (verdict?.kind !== 'bad' || !trouble || now() - trouble.since <= pollIntervalMs) return undefined;
  const incident = openIncident(newId(), verdict, trouble.since, now());
  return { incident, posted: new Map(), doubtful: new Set(), lost: new Set() };
}

function isDisk({ subject }: Condition): boolean {
  return subject.kind === 'blind' && subject.spot === 'disk';
}

function isTold({ posted, doubtful }: Ringing): boolean {
  return posted.size + doubtful.size > 0;
}

function openIncident(id: string, { severity, trouble }: Bad, since: Instant, at: Instant): Incident {
  return {
    id,
    revision: 1,
    subject: { kind: 'blind', spot: 'disk', scope: '' },
    state: 'open',
    severity,
    trouble,
    firstBadAt: since,
    openedAt: at,
    bads: [since],
    reopened: 0,
    steps: [{ n: 1, at, what: { kind: 'opened', severity, trouble } }],
    omittedSteps: 0,
    tellings: [],
  };
}

async function tellEverybody(deps: DiskAlarmDeps, ringing: Ringing): Promise<void> {
  for (const channelId of await channelsOf(deps)) {
    const { incident, posted, doubtful, lost } = ringing;
    if (posted.has(channelId) || doubtful.has(channelId) || lost.has(channelId)) continue;
    const outcome = await deps.messenger.post(cardFor(incident, channelId, deps.now()));
    if (outcome.kind === 'sent') posted.set(channelId, outcome.posted);
    if (outcome.kind === 'unknown') doubtful.add(channelId);
    if (outcome.kind === 'rejected' || outcome.kind === 'unreachable-channel') lost.add(channelId);
    if (outcome.kind === 'throttled') return;
  }
}

async function channelsOf({ store }: DiskAlarmDeps): Promise<readonly string[]> {
  const suspended = new Set((await store.suspensions()).map(({ channelId }) => channelId));
  const subscribed = (await store.subscriptions()).map(({ channelId }) => channelId);
  return [...new Set(subscribed)].filter((id) => !suspended.has(id));
}

function cardFor(incident: Incident, channelId: string, owedAt: Instant): Owed {
  const card = cardName(incident.id, 0, channelId);
  return {
    key: `${card}.${incident.revision}@${channelId}`,
    to: { channelId },
    notice: { kind: 'incident', view: incidentView(incident) },
    owedAt,
    card,
  };
}

/** Looks in the channels' history before anything is posted there again. */
async function settleDoubts({ messenger }: DiskAlarmDeps, ringing: Ringing): Promise<void> {
  const { incident, posted, doubtful } = ringing;
  for (const channelId of doubtful) {
    const card = cardName(incident.id, 0, channelId);
    try {
      const found = await messenger.findDelivered(
        { channelId },
        [card],
        incident.openedAt ?? incident.firstBadAt,
      );
      const place = found.get(card);
      if (place) posted.set(channelId, place);
      doubtful.delete(channelId);
    } catch (fault) {
      if (!(fault instanceof SlackFault)) throw fault;
    }
  }
}

/** Tells whether the store has it now: the trial whether it can be written is to write it. */
async function handOver({ store }: DiskAlarmDeps, ringing: Ringing): Promise<boolean> {
  const { incident, posted, doubtful } = ringing;
  if (posted.size === 0 || doubtful.size > 0) return false;
  const tellings = [...posted.keys()].map((channelId) => ({
    channelId,
    form: 'card' as const,
    card: cardName(incident.id, 0, channelId),
    bumps: 0,
    toldSeverity: incident.severity,
    toldStep: 1,
  }));
  const putPosted = [...posted].map(([channelId, place]) => ({
    card: cardName(incident.id, 0, channelId),
    posted: place,
  }));
  try {
    await store.commit({ putIncidents: [{ ...incident, tellings }], putPosted });
    return true;
  } catch (fault) {
    if (fault instanceof StoreFault) return false;
    throw fault;
  }
}
