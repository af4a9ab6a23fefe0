import type { Change } from '../circuit/changes.ts';
import { matchesRef } from '../circuit/filter.ts';
import type { KnownCircuit } from '../circuit/known-circuit.ts';
import { needsAttention, nextStepOf } from '../circuit/next-step.ts';
import { situationOf, situations } from '../circuit/situation.ts';
import { circuitRef } from '../circuit/survey.ts';
import type { Instant } from '../instant.ts';
import type { Audience } from './audience.ts';
import { changeSeverity } from './change-severity.ts';
import { muteOf } from './mute.ts';
import { attentionLimit, catchUpLimit, type FirstSightNotice, type Owed } from './notice.ts';
import { wants } from './subscription.ts';

/** The key of the message that tells a channel of one change. */
export function changeKey(changeId: string, channelId: string): string {
  return `${changeId}@${channelId}`;
}

export function catchUpNotice(
  why: 'away' | 'channel-back',
  changes: readonly Change[],
  { since, until }: { readonly since: Instant; readonly until: Instant },
) {
  return {
    kind: 'catch-up',
    why,
    since,
    until,
    changes: changes.slice(-catchUpLimit),
    omitted: Math.max(0, changes.length - catchUpLimit),
  } as const;
}

/** The first look at a subscription: one summary for each channel that would hear of any of its circuits. */
export function oweFirstSight(
  subscriptionId: string,
  circuits: readonly KnownCircuit[],
  audience: Audience,
  now: Instant,
): readonly Owed[] {
  return reachableChannels(audience).flatMap((channelId) => {
    const wishes = audience.subscriptions.filter((subscription) => subscription.channelId === channelId);
    const wanted = circuits.filter(({ circuit }) =>
      wishes.some(({ wish }) => matchesRef(wish.filter, circuitRef(circuit))),
    );
    if (wanted.length === 0) return [];
    return [
      {
        key: `first-sight.${subscriptionId}@${channelId}`,
        to: { channelId },
        notice: summary(subscriptionId, wanted, now),
        owedAt: now,
      },
    ];
  });
}

function summary(subscriptionId: string, circuits: readonly KnownCircuit[], at: Instant): FirstSightNotice {
  const attention = circuits.filter(needsAttention);
  return {
    kind: 'first-sight',
    subscriptionId,
    at,
    counts: situations
      .map((situation) => ({
        situation,
        count: circuits.filter((known) => situationOf(known) === situation).length,
      }))
      .filter(({ count }) => count > 0),
    attention: attention.slice(0, attentionLimit).map((known) => ({
      name: known.circuit.name,
      resourceGroup: known.circuit.resourceGroup,
      next: nextStepOf(known),
    })),
    attentionCount: attention.length,
  };
}

/** The channels that would be told of a change; one with several subscriptions once. */
export function channelsWanting(change: Change, audience: Audience, now: Instant): readonly string[] {
  return reachableChannels(audience).filter(
    (channelId) =>
      !muteOf(audience.mutes, channelId, change.circuit.id, [change.difference.kind], now) &&
      audience.subscriptions.some(
        (subscription) =>
          subscription.channelId === channelId && wants(subscription.wish, change, changeSeverity(change)),
      ),
  );
}

function reachableChannels({ subscriptions, suspensions }: Audience): readonly string[] {
  const suspended = new Set(suspensions.map(({ channelId }) => channelId));
  return [...new Set(subscriptions.map(({ channelId }) => channelId))].filter((id) => !suspended.has(id));
}
