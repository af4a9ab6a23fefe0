import { describe, expect, test } from 'vitest';
import type { Audience } from '../../../src/domain/alert/audience.ts';
import { attentionLimit, type Owed } from '../../../src/domain/alert/notice.ts';
import { changeKey, channelsWanting, oweFirstSight } from '../../../src/domain/alert/owe.ts';
import type { Subscription } from '../../../src/domain/alert/subscription.ts';
import type { Change } from '../../../src/domain/circuit/changes.ts';
import {
  aChange,
  aCircuitRef,
  aKnownCircuit,
  aPeering,
  aService,
  circuitIdOf,
  subscription1,
  t0,
} from '../../support/a-circuit.ts';
import { aSubscription } from '../../support/a-subscription.ts';
import { everyChange } from '../../support/every-difference.ts';

function audience(subscriptions: readonly Subscription[], rest: Partial<Audience> = {}): Audience {
  return { subscriptions, mutes: [], suspensions: [], quietHours: [], windows: [], ...rest };
}

function changeOf(name: string, overrides: Partial<Change> = {}): Change {
  return aChange({ id: `poll-1.${name}`, circuit: aCircuitRef({ name }), ...overrides });
}

function recipients(owed: readonly Owed[]): readonly string[] {
  return owed.map(({ key }) => key);
}

/** Which channels are told of which changes, in this order. */
function told(changes: readonly Change[], listening: Audience, now: number): readonly string[] {
  return changes.flatMap((change) =>
    channelsWanting(change, listening, now).map((channelId) => changeKey(change.id, channelId)),
  );
}

const lon = changeOf('lon-01');
const onlyLon = aSubscription('S1', 'C1', 'circuit:lon');
const everything = aSubscription('S2', 'C2', '');
const muted = {
  channelId: 'C1',
  circuitId: circuitIdOf('lon-01'),
  circuitName: 'lon-01',
  until: t0 + 1,
  byUserId: 'U1',
};
const suspended = { channelId: 'C1', reason: 'archived', since: t0 } as const;

describe('a change', () => {
  test('is owed to each channel that wants it, in the order of the changes', () => {
    const changes = [changeOf('ams-01'), lon];
    expect(told(changes, audience([onlyLon, everything]), t0)).toEqual([
      'poll-1.ams-01@C2',
      'poll-1.lon-01@C1',
      'poll-1.lon-01@C2',
    ]);
  });

  test('is owed once to a channel with several subscriptions', () => {
    const subscriptions = [
      onlyLon,
      aSubscription('S3', 'C1', 'provider:equinix'),
      aSubscription('S4', 'C1', ''),
    ];
    expect(told([lon], audience(subscriptions), t0)).toEqual(['poll-1.lon-01@C1']);
  });

  test('of every kind is owed', () => {
    expect(told(everyChange(), audience([everything]), t0)).toHaveLength(everyChange().length);
  });

  test('is owed to nobody when nobody listens', () => {
    expect(told([lon], audience([]), t0)).toEqual([]);
  });
});

describe('a mute', () => {
  const listening = audience([onlyLon, everything], { mutes: [muted] });
  test('keeps one circuit quiet in one channel', () => {
    expect(told([lon, changeOf('lon-02')], listening, t0)).toEqual([
      'poll-1.lon-01@C2',
      'poll-1.lon-02@C1',
      'poll-1.lon-02@C2',
    ]);
  });
  test('is over at its end', () => {
    expect(told([lon], listening, t0 + 1)).toHaveLength(2);
  });
});

test('a suspended channel is owed nothing', () => {
  const listening = audience([onlyLon, everything], { suspensions: [suspended] });
  expect(told([lon], listening, t0)).toEqual(['poll-1.lon-01@C2']);
  expect(recipients(oweFirstSight(subscription1, [aKnownCircuit()], listening, t0))).toEqual([
    `first-sight.${subscription1}@C2`,
  ]);
});

describe('the first sight of a subscription', () => {
  const created = { service: aService({ providerState: 'NotProvisioned' }) } as const;
  const circuits = [
    aKnownCircuit({ name: 'lon-01', ...created }, { wasProvisioned: false }),
    aKnownCircuit({ name: 'lon-02', peerings: [aPeering()] }),
    aKnownCircuit({ name: 'ams-01' }),
  ];

  test('is one message a channel: counts, and what waits for the reader', () => {
    const owed = oweFirstSight(subscription1, circuits, audience([everything, onlyLon]), t0);
    expect(owed.map(({ key, notice }) => ({ key, notice }))).toEqual([
      {
        key: `first-sight.${subscription1}@C2`,
        notice: {
          kind: 'first-sight',
          subscriptionId: subscription1,
          at: t0,
          counts: [
            { situation: 'created', count: 1 },
            { situation: 'ready', count: 2 },
          ],
          attention: [
            { name: 'lon-01', resourceGroup: 'rg-net', next: { who: 'you', action: 'give-service-key' } },
            { name: 'ams-01', resourceGroup: 'rg-net', next: { who: 'you', action: 'configure-routing' } },
          ],
          attentionCount: 2,
        },
      },
      {
        key: `first-sight.${subscription1}@C1`,
        notice: expect.objectContaining({ attentionCount: 1, counts: expect.arrayContaining([]) }),
      },
    ]);
  });

  test('lists so many and counts the rest', () => {
    const many = Array.from({ length: attentionLimit + 5 }, (_, index) =>
      aKnownCircuit({ name: `c-${index}` }),
    );
    const [owed] = oweFirstSight(subscription1, many, audience([everything]), t0);
    expect(owed?.notice).toMatchObject({ attentionCount: attentionLimit + 5 });
    expect(owed?.notice.kind === 'first-sight' && owed.notice.attention).toHaveLength(attentionLimit);
  });

  test('is nothing for a channel that would hear of none of its circuits', () => {
    expect(
      oweFirstSight(subscription1, circuits, audience([aSubscription('S1', 'C1', 'circuit:fra')]), t0),
    ).toEqual([]);
  });
});
