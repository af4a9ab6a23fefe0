import { describe, expect, test } from 'vitest';
import { createMetricsRegistry } from '../../../src/ops/metrics-registry.ts';
import { createFreshnessBoard } from '../../../src/usecases/freshness.ts';
import { unreadyReasons } from '../../../src/usecases/life-signs/unready-reasons.ts';
import { createVitals } from '../../../src/usecases/life-signs/vitals.ts';
import { AzureFault } from '../../../src/usecases/ports.ts';
import type { AzureSight, SlackSight } from '../../../src/usecases/sights.ts';
import { StoreFault } from '../../../src/usecases/store.ts';
import { subscription1, subscription2, t0 } from '../../support/a-circuit.ts';

const minute = 60_000;
const quiet = { read: 1, failed: 0, changes: 0, owed: 0 };

function ourselves() {
  let clock = t0;
  const freshness = createFreshnessBoard([subscription1, subscription2]);
  const registry = createMetricsRegistry(async () => ({
    incidentsOpen: { info: 0, warning: 0, critical: 0 },
    outboxDepth: 0,
    outboxOldestAgeSeconds: 0,
  }));
  const { meter, text } = registry;
  const vitals = createVitals({ freshness, pollIntervalMs: minute, meter, now: () => clock });
  const pass = (ms: number) => {
    clock += ms;
  };
  return { ...vitals, freshness, text, pass, now: () => clock };
}

function aCall(overrides: Partial<AzureSight> = {}): AzureSight {
  return { host: 'arm', method: 'GET', status: 200, askedAt: t0, answeredAt: t0, ...overrides };
}

function aSlackCall(overrides: Partial<SlackSight> = {}): SlackSight {
  return { method: 'chat.postMessage', ok: true, throttled: false, at: t0, ...overrides };
}

const aWrite = (fault: unknown, what: 'store' | 'audit' = 'store', at = t0) => ({
  what,
  fault,
  startedAt: at,
  endedAt: at + 4,
});

function fullDisk(code = 'ENOSPC'): StoreFault {
  const system = Object.assign(new Error(`${code}: write /srv/secret-place`), { code });
  const backup = new StoreFault('unwritable', 'The backup could not be written', { cause: system });
  return new StoreFault('unwritable', 'The state could not be written to /srv/secret-place', {
    cause: backup,
  });
}

describe('at the start', () => {
  test('nothing is known, and nothing is wrong', () => {
    expect(ourselves().lifeSigns()).toEqual({
      subscriptions: [
        { subscriptionId: subscription1, lastReadAt: undefined, trouble: undefined, unreadable: 0 },
        { subscriptionId: subscription2, lastReadAt: undefined, trouble: undefined, unreadable: 0 },
      ],
      metrics: [],
      polls: { intervalMs: minute, startedAt: t0 },
      clock: { azureMs: [], slackMs: [] },
      disk: {},
      slack: {},
      parked: [],
    });
  });
});

describe('polls', () => {
  test('the end of the last one is known, and how it went is counted', async () => {
    const self = ourselves();
    await self.timePoll(async () => {
      self.pass(300);
      return quiet;
    });
    expect(self.lifeSigns().polls.lastEndedAt).toBe(t0 + 300);
    await self.timePoll(async () => ({ ...quiet, failed: 1 }));
    await self.timePoll(async () => ({ ...quiet, read: 0, failed: 2 }));
    const text = await self.text();
    for (const result of ['ok', 'partial', 'failed'])
      expect(text).toContain(`trunkline_polls_total{result="${result}"} 1`);
  });

  test('one that throws has not happened', async () => {
    const self = ourselves();
    await expect(self.timePoll(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(self.lifeSigns().polls).toEqual({ intervalMs: minute, startedAt: t0 });
    expect(await self.text()).toContain('trunkline_polls_total{result="failed"} 1');
  });
});

describe('the clock', () => {
  test('an answer tells Azure’s at the middle of its way, in the middle of the second', () => {
    const self = ourselves();
    const call = aCall({ azureClock: t0 + 90_000, askedAt: t0, answeredAt: t0 + 1_000 });
    self.noteAzure(call);
    self.noteSlack(aSlackCall({ slackClock: t0 - 5_000 }));
    expect(self.lifeSigns().clock).toEqual({ azureMs: [90_000], slackMs: [-4_500] });
  });

  test('the newest answers are kept, and one without a time is none', () => {
    const self = ourselves();
    self.noteAzure(aCall());
    self.noteAzure(aCall({ azureClock: Number.NaN }));
    for (let n = 0; n < 20; n++) self.noteAzure(aCall({ azureClock: t0 + n * 1_000 }));
    expect(self.lifeSigns().clock.azureMs).toEqual(Array.from({ length: 9 }, (_, n) => 11_500 + n * 1_000));
  });
});

describe('the disk', () => {
  test.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'read-only'],
    ['EIO', 'not-writable'],
  ])('%s is %s, without the path', (code, reason) => {
    const self = ourselves();
    self.noteWrite(aWrite(fullDisk(code)));
    expect(self.lifeSigns().disk).toEqual({
      trouble: { reason, detail: `The system says ${code}.`, since: t0 + 4 },
    });
  });

  test('its trouble lasts since the first write that failed, until one succeeds', () => {
    const self = ourselves();
    self.noteWrite(aWrite(undefined));
    self.noteWrite(aWrite(fullDisk(), 'store', t0 + minute));
    self.noteWrite(aWrite(fullDisk('EROFS'), 'store', t0 + 2 * minute));
    expect(self.lifeSigns().disk).toMatchObject({
      lastGoodAt: t0 + 4,
      trouble: { reason: 'read-only', since: t0 + minute + 4 },
    });
    self.noteWrite(aWrite(undefined, 'store', t0 + 3 * minute));
    expect(self.lifeSigns().disk).toEqual({ lastGoodAt: t0 + 3 * minute + 4 });
  });

  test('the audit trail fails by itself, and a store that is written does not mend it', () => {
    const self = ourselves();
    self.noteWrite(aWrite(new Error('no code'), 'audit'));
    self.noteWrite(aWrite(undefined));
    expect(self.lifeSigns().disk.trouble).toEqual({
      reason: 'not-writable',
      detail: 'The system does not say why.',
      since: t0 + 4,
    });
    expect(self.storeSign().trouble).toBeUndefined();
  });
});

describe('Slack', () => {
  const silent = aSlackCall({ ok: false });

  test('is silent since the first call without an answer, until one is answered', () => {
    const self = ourselves();
    self.noteSlack(aSlackCall({ at: t0 - 1 }));
    self.noteSlack(silent);
    self.noteSlack(aSlackCall({ ok: false, throttled: true, at: t0 + minute }));
    expect(self.lifeSigns().slack).toEqual({
      lastGoodAt: t0 - 1,
      trouble: { reason: 'throttled', detail: 'Slack answered 429 to chat.postMessage.', since: t0 },
    });
    self.noteSlack(aSlackCall({ at: t0 + 2 * minute }));
    expect(self.lifeSigns().slack).toEqual({ lastGoodAt: t0 + 2 * minute });
  });

  test('a call or two that fail in one breath say nothing of Slack', () => {
    const self = ourselves();
    self.noteSlack(silent);
    self.noteSlack({ ...silent, at: t0 + 2_000 });
    self.pass(5 * minute);
    expect(self.lifeSigns().slack).toEqual({});
  });

  test('a silence that nobody met for long is forgotten', () => {
    const self = ourselves();
    self.noteSlack(silent);
    self.noteSlack({ ...silent, at: t0 + minute });
    expect(self.lifeSigns().slack.trouble).toMatchObject({ reason: 'unreachable', since: t0 });
    self.pass(17 * minute);
    expect(self.lifeSigns().slack).toEqual({});
    self.noteSlack({ ...silent, at: t0 + 17 * minute });
    expect(self.lifeSigns().slack).toEqual({});
  });

  test('a token that it does not take is trouble, although it answers, until a message is taken', () => {
    const self = ourselves();
    const refused = { kind: 'trouble', channel: 'C1', reason: 'token_revoked' } as const;
    self.noteOutbox({ ...refused, at: t0 });
    self.noteSlack(aSlackCall({ at: t0 }));
    self.noteOutbox({ ...refused, at: t0 + minute });
    expect(self.lifeSigns().slack.trouble).toEqual({
      reason: 'credentials-refused',
      detail: 'A message could not be sent: token_revoked.',
      since: t0,
    });
    self.noteOutbox({ kind: 'sent', channel: 'C2', at: t0 + 2 * minute });
    expect(self.lifeSigns().slack.trouble).toBeUndefined();
  });

  test('a refusal that is not met again is forgotten: nothing waits any more', () => {
    const self = ourselves();
    self.noteOutbox({ kind: 'trouble', channel: 'C1', reason: 'access_denied', at: t0 });
    expect(self.lifeSigns().slack.trouble).toMatchObject({ reason: 'unavailable' });
    self.pass(15 * minute + 1);
    expect(self.lifeSigns().slack.trouble).toBeUndefined();
  });

  test('messages that it refused for good are kept, the newest of them', () => {
    const self = ourselves();
    for (let n = 0; n < 250; n++) {
      self.noteOutbox({ kind: 'parked', channel: 'C1', reason: 'invalid_blocks', at: t0 + n });
    }
    const { parked } = self.lifeSigns();
    expect(parked).toHaveLength(200);
    expect(parked.at(-1)).toEqual({ at: t0 + 249, reason: 'invalid_blocks' });
  });
});

describe('metrics of a region', () => {
  const scope = `${subscription1}/uksouth`;

  test('fail since the first look that failed, so many times in a row, until they are read', () => {
    const self = ourselves();
    self.noteMetrics(scope, undefined);
    self.pass(minute);
    self.noteMetrics(scope, new AzureFault('unavailable', 'Azure is unavailable'));
    self.pass(minute);
    self.noteMetrics(scope, new AzureFault('throttled', 'Azure is busy', { retryAfterMs: 5_000 }));
    expect(self.lifeSigns().metrics).toEqual([
      {
        scope,
        lastGoodAt: t0,
        trouble: {
          kind: 'throttled',
          message: 'Azure is busy',
          since: t0 + minute,
          polls: 2,
          notBefore: t0 + 2 * minute + 5_000,
        },
      },
    ]);
    self.noteMetrics(scope, undefined);
    expect(self.lifeSigns().metrics).toEqual([{ scope, lastGoodAt: t0 + 2 * minute }]);
  });
});

test('calls are counted by how they ended', async () => {
  const self = ourselves();
  const statuses = [200, 202, 429, 401, 403, 404, 500, undefined];
  for (const status of statuses) self.noteAzure(aCall({ status }));
  self.noteAzure(aCall({ host: 'metrics', remainingReads: 11_000 }));
  const text = await self.text();
  const counts = { ok: 2, throttled: 1, denied: 2, refused: 1, failed: 1, unanswered: 1 };
  for (const [result, count] of Object.entries(counts)) {
    expect(text).toContain(`trunkline_arm_calls_total{host="arm",result="${result}"} ${count}`);
  }
  expect(text).toContain('trunkline_arm_calls_total{host="metrics",result="ok"} 1');
  expect(text).toContain('trunkline_arm_reads_remaining 11000');
});

test('no name, id or word of what is watched is in the metrics', async () => {
  const self = ourselves();
  const named = new AzureFault('forbidden', 'lon-01 in rg-net may not be read');
  self.freshness.noteFault(subscription1, named, t0);
  self.noteMetrics(`${subscription1}/uksouth`, named);
  self.noteOutbox({ kind: 'trouble', channel: 'C0NETOPS001', reason: 'access_denied', at: t0 });
  self.noteOutbox({ kind: 'parked', channel: 'C0NETOPS001', reason: 'invalid_blocks', at: t0 });
  self.noteSlack(aSlackCall({ ok: false }));
  self.noteWrite(aWrite(fullDisk()));
  const text = await self.text();
  for (const name of [
    subscription1,
    'uksouth',
    'lon-01',
    'C0NETOPS001',
    'chat.postMessage',
    'secret-place',
  ]) {
    expect(text).not.toContain(name);
  }
});

describe('readiness', () => {
  const blind = (spot: 'slack' | 'clock', severity: 'critical' | 'warning') =>
    ({
      subject: { kind: 'blind', spot, scope: '' },
      verdict: { kind: 'bad', severity, trouble: { kind: 'blind', reason: 'unreachable' } },
    }) as const;

  test('needs Slack once, a poll, and no blindness that is critical', async () => {
    const self = ourselves();
    expect(unreadyReasons(self, [])).toEqual(['slack-not-connected', 'no-poll-yet']);
    self.noteConnected();
    await self.timePoll(async () => quiet);
    expect(unreadyReasons(self, [])).toEqual([]);
    expect(unreadyReasons(self, [blind('clock', 'warning')])).toEqual([]);
    expect(unreadyReasons(self, [blind('slack', 'critical'), blind('slack', 'critical')])).toEqual([
      'blind-slack',
    ]);
  });
});

test('knows the end of the credentials once it is told, and forgets it with them', () => {
  const self = ourselves();
  expect(self.lifeSigns().credentials).toBe(undefined);
  self.noteCredentials(t0 + minute);
  expect(self.lifeSigns().credentials).toEqual({ expiresAt: t0 + minute });
  self.noteCredentials(undefined);
  expect(self.lifeSigns().credentials).toBe(undefined);
});
