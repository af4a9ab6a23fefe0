import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blindConditions } from '../../../src/domain/alert/blindness.ts';
import type { Verdict } from '../../../src/domain/alert/condition.ts';
import type { AzureTrouble, AzureTroubleKind, LifeSigns } from '../../../src/domain/alert/life-signs.ts';
import type { BlindSpot, Subject } from '../../../src/domain/alert/subject.ts';
import { circuitIdOf, subscription1, subscription2, t0 } from '../../support/a-circuit.ts';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const dayMs = 24 * 60 * minuteMs;
const scope = `${subscription1}/uksouth`;

function signs(overrides: Partial<LifeSigns> = {}): LifeSigns {
  return {
    subscriptions: [{ subscriptionId: subscription1, lastReadAt: t0 }],
    metrics: [{ scope, lastGoodAt: t0 }],
    polls: { intervalMs: minuteMs, startedAt: t0 - dayMs, lastEndedAt: t0 },
    clock: { azureMs: [300, -200, 900], slackMs: [100, 0, -700] },
    disk: { lastGoodAt: t0 },
    slack: { lastGoodAt: t0 },
    parked: [],
    credentials: { expiresAt: t0 + 90 * dayMs },
    ...overrides,
  };
}

function verdictOf(where: BlindSpot, facts: Partial<LifeSigns>, now = t0, of?: string): Verdict | undefined {
  return blindConditions(signs(facts), now).find(
    ({ subject }) =>
      subject.kind === 'blind' && subject.spot === where && (of === undefined || subject.scope === of),
  )?.verdict;
}

function trouble(kind: AzureTroubleKind, rest: Partial<AzureTrouble> = {}): AzureTrouble {
  return { kind, message: 'Azure gave nothing.', since: t0, polls: 1, ...rest };
}

function reading(kind: AzureTroubleKind, rest: Partial<AzureTrouble> = {}, now = t0) {
  const subscriptions = [{ subscriptionId: subscription1, lastReadAt: t0 - 9, trouble: trouble(kind, rest) }];
  return verdictOf('subscription', { subscriptions }, now, subscription1);
}

function metering(kind: AzureTroubleKind, rest: Partial<AzureTrouble> = {}) {
  return verdictOf('metrics', { metrics: [{ scope, trouble: trouble(kind, rest) }] });
}

const unknown = { kind: 'unknown' };
const bad = (severity: string, reason: string, rest = {}) => ({
  kind: 'bad',
  severity,
  trouble: { kind: 'blind', reason, ...rest },
});

describe('when all is well', () => {
  test('each spot sees', () => {
    const conditions = blindConditions(signs(), t0);
    expect(conditions.map(({ verdict }) => verdict.kind)).toEqual(conditions.map(() => 'good'));
    expect(
      conditions.map(({ subject }) => subject.kind === 'blind' && `${subject.spot} ${subject.scope}`),
    ).toEqual([
      `subscription ${subscription1}`,
      `metrics ${scope}`,
      'subscription ',
      'polls ',
      'clock ',
      'disk ',
      'slack ',
      'parked ',
    ]);
  });

  test('what was not tried yet is neither good nor bad', () => {
    const fresh = {
      subscriptions: [{ subscriptionId: subscription1 }],
      metrics: [{ scope }],
      polls: { intervalMs: minuteMs, startedAt: t0 },
      clock: { azureMs: [], slackMs: [] },
      slack: {},
    };
    for (const spot of ['subscription', 'metrics', 'polls', 'clock', 'slack'] as const) {
      expect(verdictOf(spot, fresh)).toEqual(unknown);
    }
  });
});

describe('a subscription that cannot be read', () => {
  test.each<[AzureTroubleKind, string]>([
    ['unreachable', 'unreachable'],
    ['unavailable', 'unavailable'],
    ['unreadable', 'unreadable'],
    ['locked', 'unavailable'],
    ['changed', 'unavailable'],
    ['refused', 'unavailable'],
  ])('is critical at the second failure: %s', (kind, reason) => {
    expect(reading(kind)).toEqual(unknown);
    expect(reading(kind, { polls: 2 })).toEqual(
      bad('critical', reason, { detail: 'Azure gave nothing.', since: t0, lastGoodAt: t0 - 9 }),
    );
  });

  test('is critical after two minutes, however few polls there were', () => {
    expect(reading('unreachable', {}, t0 + 2 * minuteMs)).toEqual(unknown);
    expect(reading('unreachable', {}, t0 + 2 * minuteMs + 1)).toMatchObject({ severity: 'critical' });
  });

  test.each<[AzureTroubleKind, string]>([
    ['unauthorized', 'credentials-refused'],
    ['forbidden', 'forbidden'],
    ['not-found', 'not-found'],
  ])('is critical at once when waiting does not mend it: %s', (kind, reason) => {
    expect(reading(kind)).toMatchObject(bad('critical', reason));
  });

  test('is a warning when it is throttled beyond two polls', () => {
    expect(reading('throttled', { polls: 2 }, t0 + 10 * minuteMs)).toEqual(unknown);
    expect(reading('throttled', { polls: 3 })).toMatchObject(bad('warning', 'throttled'));
  });

  test('is a warning when Azure asks to be left alone for longer than two polls', () => {
    expect(reading('throttled', { notBefore: t0 + 2 * minuteMs })).toEqual(unknown);
    expect(reading('throttled', { notBefore: t0 + 2 * minuteMs + 1 })).toMatchObject({ severity: 'warning' });
  });

  test('is told by itself', () => {
    const subscriptions = [
      { subscriptionId: subscription1, trouble: trouble('forbidden') },
      { subscriptionId: subscription2, lastReadAt: t0 },
    ];
    expect(verdictOf('subscription', { subscriptions }, t0, subscription2)).toEqual({ kind: 'good' });
    expect(verdictOf('subscription', { subscriptions }, t0, subscription1)).toMatchObject({ kind: 'bad' });
  });
});

describe('metrics that cannot be read', () => {
  test('are a part of a subscription that cannot be read, and no trouble of their own then', () => {
    const away = trouble('unreachable', { polls: 5 });
    const subscriptions = [{ subscriptionId: subscription1, lastReadAt: t0 - 9, trouble: away }];
    expect(verdictOf('metrics', { subscriptions, metrics: [{ scope, trouble: away }] })).toEqual(unknown);
  });

  test('are a warning at the second look', () => {
    expect(metering('unavailable')).toEqual(unknown);
    expect(metering('unavailable', { polls: 2 })).toMatchObject(bad('warning', 'unavailable'));
  });
  test('are a warning at once when waiting does not mend it', () => {
    expect(metering('forbidden')).toMatchObject(bad('warning', 'forbidden'));
  });
});

describe('polls', () => {
  const polls = { intervalMs: minuteMs, startedAt: t0 - dayMs, lastEndedAt: t0 };
  test('are overdue after three intervals and a minute', () => {
    expect(verdictOf('polls', { polls }, t0 + 4 * minuteMs)).toEqual({ kind: 'good' });
    expect(verdictOf('polls', { polls }, t0 + 4 * minuteMs + 1)).toEqual(
      bad('critical', 'overdue', { lastGoodAt: t0 }),
    );
  });
  test('are not due before this process began', () => {
    const begun = { ...polls, startedAt: t0 + dayMs };
    expect(verdictOf('polls', { polls: begun }, t0 + dayMs)).toEqual({ kind: 'good' });
    const never = { intervalMs: minuteMs, startedAt: t0 };
    expect(verdictOf('polls', { polls: never }, t0 + 4 * minuteMs + 1)).toEqual(bad('critical', 'overdue'));
  });
});

describe('a clock', () => {
  const clock = (...azureMs: number[]) => verdictOf('clock', { clock: { azureMs, slackMs: [] } });
  test.each([
    [-61_001, 61],
    [300_400, 300],
  ])('that is %d ms off is a warning', (skew, amount) => {
    expect(clock(0, skew, skew)).toEqual(bad('warning', 'skewed', { amount }));
  });
  test('is right within the limits, and between them it is neither', () => {
    expect(clock(59_000, 59_000, 59_000)).toEqual({ kind: 'good' });
    expect(clock(60_000, 60_000, 60_000)).toEqual(unknown);
    expect(clock(61_000, 61_000, 61_000)).toEqual(unknown);
  });
  test('is not judged by one answer that was long under way, nor by few', () => {
    expect(clock(90_000, 0, 200, 90_000, -100)).toEqual({ kind: 'good' });
    expect(clock(90_000, 90_000)).toEqual(unknown);
  });
  test('that differs from one of the two is a warning', () => {
    const slackMs = [-90_000, -90_000, -90_000];
    expect(verdictOf('clock', { clock: { azureMs: [0, 0, 0], slackMs } })).toMatchObject({ kind: 'bad' });
  });
});

test('a disk that cannot be written is critical at once', () => {
  const disk = { trouble: { reason: 'disk-full', since: t0, detail: 'ENOSPC' }, lastGoodAt: t0 - 1 } as const;
  expect(verdictOf('disk', { disk })).toEqual(
    bad('critical', 'disk-full', { detail: 'ENOSPC', since: t0, lastGoodAt: t0 - 1 }),
  );
});

test('Slack is critical after two minutes', () => {
  const slack = { trouble: { reason: 'unreachable', since: t0 } } as const;
  expect(verdictOf('slack', { slack }, t0 + 2 * minuteMs)).toEqual(unknown);
  expect(verdictOf('slack', { slack }, t0 + 2 * minuteMs + 1)).toEqual(
    bad('critical', 'unreachable', { since: t0 }),
  );
});

test('messages that were put aside are a warning for a day', () => {
  const parked = [
    { at: t0 - dayMs, reason: 'old' },
    { at: t0 - 2, reason: 'invalid_blocks' },
    { at: t0 - 1, reason: 'msg_too_long' },
  ];
  expect(verdictOf('parked', { parked })).toEqual(
    bad('warning', 'refused-message', { detail: 'msg_too_long', amount: 2 }),
  );
  expect(verdictOf('parked', { parked }, t0 + dayMs)).toEqual({ kind: 'good' });
});

describe('credentials', () => {
  const ending = (expiresAt: number) => verdictOf('subscription', { credentials: { expiresAt } }, t0, '');
  test.each([
    [14 * dayMs - 1, 13],
    [dayMs, 1],
    [-dayMs, 0],
  ])('that end in %d ms are a warning', (inMs, amount) => {
    expect(ending(t0 + inMs)).toEqual(bad('warning', 'credentials-expiring', { amount }));
  });
  test('that end in two weeks are good', () => {
    expect(ending(t0 + 14 * dayMs)).toEqual({ kind: 'good' });
  });
  test('of which nobody knows are not spoken of', () => {
    expect(verdictOf('subscription', { credentials: undefined }, t0, '')).toBeUndefined();
  });
});

describe('blindness that is open', () => {
  const blind = (spot: BlindSpot, of: string): Subject => ({ kind: 'blind', spot, scope: of });
  const verdictsOf = (facts: Partial<LifeSigns>, ...open: Subject[]) =>
    blindConditions(signs(facts), t0, open)
      .filter(({ verdict }) => verdict.kind === 'gone')
      .map(({ subject, verdict }) => ({ subject, verdict }));
  const why = { kind: 'gone', why: 'not-watched' };

  test('ends when it is about what is not watched any more', () => {
    const left = [blind('subscription', subscription2), blind('metrics', `${subscription1}/westus`)];
    expect(verdictsOf({}, ...left)).toEqual(left.map((subject) => ({ subject, verdict: why })));
  });

  test('goes on when it is about what is watched, or no blindness', () => {
    const circuit: Subject = { kind: 'status', circuitId: circuitIdOf('lon-01') };
    expect(verdictsOf({}, blind('disk', ''), blind('metrics', scope), circuit)).toEqual([]);
  });

  test('of metrics goes on until a poll has told which there are', () => {
    const polls = { intervalMs: minuteMs, startedAt: t0 };
    expect(verdictsOf({ polls, metrics: [] }, blind('metrics', scope))).toEqual([]);
  });
});

test('every subject is spoken of once, whatever is known', () => {
  const kinds = fc.constantFrom<AzureTroubleKind>('throttled', 'forbidden', 'unreachable');
  const azure = fc
    .record({ kind: kinds, polls: fc.nat(4) })
    .map(({ kind, polls }) => trouble(kind, { polls }));
  fc.assert(
    fc.property(fc.option(azure, { nil: undefined }), fc.integer(), (met, passMs) => {
      const subscriptions = [subscription1, subscription2].map((subscriptionId) => ({
        subscriptionId,
        trouble: met,
      }));
      const conditions = blindConditions(signs({ subscriptions }), t0 + passMs);
      const subjects = conditions.map(({ subject }) => JSON.stringify(subject));
      expect(new Set(subjects).size).toBe(subjects.length);
    }),
  );
});
