import { describe, expect, test } from 'vitest';
import type { SuspensionReason } from '../../../src/domain/alert/suspension.ts';
import type { Circuit } from '../../../src/domain/circuit/circuit.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import type { Check } from '../../../src/usecases/doctor/check.ts';
import { checkCircuits } from '../../../src/usecases/doctor/checks/azure-circuits.ts';
import { type BotReadiness, checkBot } from '../../../src/usecases/doctor/checks/bot.ts';
import { checkChannels } from '../../../src/usecases/doctor/checks/channels.ts';
import { checkClock } from '../../../src/usecases/doctor/checks/clock.ts';
import { checkDisk } from '../../../src/usecases/doctor/checks/disk.ts';
import { checkEdge } from '../../../src/usecases/doctor/checks/edge.ts';
import { checkHeartbeat } from '../../../src/usecases/doctor/checks/heartbeat.ts';
import { checkRules } from '../../../src/usecases/doctor/checks/rules.ts';
import { checkSchedule } from '../../../src/usecases/doctor/checks/schedule.ts';
import { checkSlackApp } from '../../../src/usecases/doctor/checks/slack-app.ts';
import {
  checkMetrics,
  checkResourceGraph,
  checkServiceHealth,
  checkSupport,
} from '../../../src/usecases/doctor/checks/telemetry.ts';
import { checkWrites } from '../../../src/usecases/doctor/checks/writes.ts';
import type { DiskSight, SlackApp } from '../../../src/usecases/doctor/probes.ts';
import { AzureFault, type AzureFaultKind } from '../../../src/usecases/ports.ts';
import {
  aCircuit,
  aDirectService,
  aPeering,
  aService,
  circuitIdOf,
  subscription1,
  subscription2,
  t0,
} from '../../support/a-circuit.ts';
import { aSubscription } from '../../support/a-subscription.ts';

const minute = 60_000;

/** What a check says, a line a finding. */
async function linesOf(check: Check): Promise<readonly string[]> {
  return (await check.look()).map(({ level, name, found }) => `${level} ${name}: ${found}`);
}

async function mendsOf(check: Check): Promise<string> {
  return (await check.look()).map(({ mend }) => mend ?? '').join('\n');
}

const fault = (kind: AzureFaultKind, message = `Azure says ${kind}.`) => new AzureFault(kind, message);
const failing = (kind: AzureFaultKind) => () => Promise.reject(fault(kind));
const knowing =
  (...circuits: readonly Circuit[]) =>
  async () =>
    circuits;

describe('the Slack app', () => {
  const required = ['chat:write', 'im:write'];
  const app = (overrides: Partial<Extract<SlackApp, { kind: 'known' }>> = {}) =>
    checkSlackApp(
      {
        whoAmI: async () => ({
          kind: 'known',
          team: 'Acme',
          bot: 'trunkline',
          scopes: required,
          ...overrides,
        }),
      },
      required,
    );

  test('with all scopes is well', async () => {
    expect(await linesOf(app())).toEqual([
      'ok Slack token: Slack knows me as trunkline in Acme.',
      'ok Slack scopes: All 2 that manifest.yml asks for.',
    ]);
  });

  test('lacks what it lacks', async () => {
    const check = app({ scopes: ['chat:write', 'admin'] });
    expect((await linesOf(check))[1]).toBe('fail Slack scopes: The app lacks im:write.');
    expect(await mendsOf(check)).toContain('reinstall the app');
  });

  test('may have more', async () => {
    expect((await linesOf(app({ scopes: [...required, 'admin'] })))[1]).toBe(
      'ok Slack scopes: All 2 that manifest.yml asks for. It has more than it needs: admin.',
    );
  });

  test('of which Slack does not tell the scopes is to be looked at', async () => {
    expect((await linesOf(app({ scopes: undefined })))[1]).toMatch(/^warn Slack scopes: /u);
  });

  test('whose token is refused fails', async () => {
    const check = checkSlackApp(
      { whoAmI: async () => ({ kind: 'refused', code: 'invalid_auth' }) },
      required,
    );
    expect(await linesOf(check)).toEqual([
      'fail Slack token: Slack does not take the bot token (invalid_auth).',
    ]);
    expect(await mendsOf(check)).toContain('SLACK_BOT_TOKEN');
  });
});

describe('channels', () => {
  async function channels(
    lost: Readonly<Record<string, SuspensionReason>>,
    ids: { alertsChannel?: string; approvalsChannel?: string } = { approvalsChannel: 'C9' },
    subscribed: readonly string[] = ['C1', 'C2', 'C1'],
  ) {
    const store = createMemoryStore();
    await store.commit({ putSubscriptions: subscribed.map((id, n) => aSubscription(`S${n}`, id, '')) });
    const standing = async (id: string) => {
      const reason = lost[id];
      return reason ? ({ kind: 'not-member', reason } as const) : ({ kind: 'member' } as const);
    };
    const { alertsChannel, approvalsChannel } = ids;
    return checkChannels({ channels: { standing }, store, alertsChannel, approvalsChannel });
  }

  test('that the bot is in are told in one line', async () => {
    expect(await linesOf(await channels({}))).toEqual([
      'ok Slack channels: I am in all 3 channels that I write to.',
    ]);
  });

  test('that it is not in are told one by one, with what they are for', async () => {
    const check = await channels(
      { C2: 'removed', C9: 'archived' },
      { alertsChannel: 'C2', approvalsChannel: 'C9' },
    );
    expect(await linesOf(check)).toEqual([
      'fail Slack channel C2: I cannot write to C2 (subscriptions, ALERTS_CHANNEL): I am not in it, or there is no such channel.',
      'fail Slack channel C9: I cannot write to C9 (APPROVALS_CHANNEL): it is archived.',
    ]);
    expect(await mendsOf(check)).toContain('/invite @Trunkline');
  });

  test('that nobody subscribed are to be looked at', async () => {
    expect(await linesOf(await channels({}, {}, []))).toEqual([
      'warn Slack channels: No channel is subscribed: nobody is told of anything.',
      'skipped Approvals channel: APPROVALS_CHANNEL is not set: what needs an approval is refused.',
    ]);
  });
});

describe('the circuits of a subscription', () => {
  const listing =
    (count: number, unreadable = 0) =>
    async () => ({
      circuits: Array.from({ length: count }, (_, n) => aCircuit({ name: `c-${n}` })),
      unreadable: Array.from({ length: unreadable }, (_, n) => circuitIdOf(`u-${n}`)),
    });

  test('are read', async () => {
    expect(await linesOf(checkCircuits(listing(1), subscription1))).toEqual([
      `ok Azure circuits of ${subscription1}: 1 circuit is read.`,
    ]);
  });

  test('are to be looked at when some cannot be understood', async () => {
    expect(await linesOf(checkCircuits(listing(4, 1), subscription1))).toEqual([
      `warn Azure circuits of ${subscription1}: 4 circuits are read; 1 cannot be understood.`,
    ]);
  });

  test.each([
    ['unauthorized', 'managed identity'],
    ['forbidden', `--role "Reader" --scope /subscriptions/${subscription1}`],
    ['not-found', 'az account list'],
    ['throttled', 'POLL_SECONDS'],
    ['unreachable', 'port 443'],
    ['unavailable', 'azure.status.microsoft'],
    ['unreadable', 'Report it'],
  ] as const)('fail when Azure is %s, with how to mend it', async (kind, mend) => {
    const check = checkCircuits(failing(kind), subscription1);
    expect(await linesOf(check)).toEqual([`fail Azure circuits of ${subscription1}: Azure says ${kind}.`]);
    expect(await mendsOf(check)).toContain(mend);
  });

  test('are nothing that a bug of ours may be hidden behind', async () => {
    const broken = () => Promise.reject(new TypeError('a bug'));
    await expect(checkCircuits(broken, subscription1).look()).rejects.toThrow(TypeError);
  });
});

describe('what Trunkline can do without', () => {
  const now = () => t0;

  test('connections are read by Resource Graph', async () => {
    const ids = [subscription1, subscription2];
    expect(await linesOf(checkResourceGraph({ connectionStatuses: async () => [] }, ids))).toEqual([
      'ok Azure Resource Graph: Connections of virtual networks are read.',
    ]);
    const refused = checkResourceGraph({ connectionStatuses: failing('forbidden') }, ids);
    expect(await linesOf(refused)).toEqual([
      'warn Azure Resource Graph: Connections of virtual networks are not watched. Azure says forbidden.',
    ]);
  });

  test('planned maintenance is read by Service Health', async () => {
    const well = checkServiceHealth({ plannedMaintenance: async () => [] }, subscription1);
    expect(await linesOf(well)).toEqual([
      `ok Azure Service Health of ${subscription1}: Planned maintenance is read.`,
    ]);
    const refused = checkServiceHealth({ plannedMaintenance: failing('unavailable') }, subscription1);
    expect((await refused.look())[0]).toMatchObject({ level: 'warn' });
  });

  test('the support API needs a role of its own', async () => {
    const well = checkSupport({ supportReach: async () => {} }, [subscription1]);
    expect(await linesOf(well)).toEqual(['ok Azure Support API: It answers.']);
    const refused = checkSupport({ supportReach: failing('forbidden') }, [subscription1]);
    expect(await mendsOf(refused)).toContain('--role "Support Request Contributor"');
  });

  test('metrics are asked for once in each region', async () => {
    const store = knowing(
      aCircuit({ name: 'a' }),
      aCircuit({ name: 'b' }),
      aCircuit({ name: 'c', region: 'westeurope' }),
      aCircuit({ name: 'd', region: '' }),
    );
    const asked: string[] = [];
    const availability = async ({ region, from, until }: { region: string; from: number; until: number }) => {
      asked.push(`${region} ${(until - from) / minute}`);
      if (region === 'westeurope') throw fault('forbidden');
      return [];
    };
    const check = checkMetrics({ availability }, store, subscription1, now);
    expect(await linesOf(check)).toEqual([
      `ok Azure metrics of ${subscription1}, uksouth: BgpAvailability and ArpAvailability are read.`,
      `warn Azure metrics of ${subscription1}, westeurope: Sessions there are watched by route tables alone, so that a loss is seen later. Azure says forbidden.`,
    ]);
    expect(asked).toEqual(['uksouth 10', 'westeurope 10']);
    expect(await mendsOf(check)).toContain('--role "Monitoring Reader"');
  });

  test('metrics of a subscription without circuits are not tried', async () => {
    const check = checkMetrics({ availability: failing('forbidden') }, knowing(), subscription1, now);
    expect((await check.look())[0]).toMatchObject({ level: 'skipped' });
  });
});

describe('the route tables', () => {
  const enabled = aPeering({ name: 'AzurePrivatePeering' });
  const live = aCircuit({ name: 'live', peerings: [enabled] });

  test.each([
    [
      'is waited for',
      aCircuit({ service: aService({ providerState: 'NotProvisioned' }), peerings: [enabled] }),
    ],
    ['has no peering', aCircuit()],
    ['has a peering that is off', aCircuit({ peerings: [aPeering({ state: 'Disabled' })] })],
  ])('are not tried on a circuit that %s', async (_, circuit) => {
    const check = checkEdge({ routeSummary: failing('forbidden') }, knowing(circuit), subscription1);
    expect((await check.look())[0]).toMatchObject({ level: 'skipped' });
  });

  test.each([
    ['of a provider', live],
    ['on a port of one’s own', aCircuit({ service: aDirectService(), peerings: [enabled] })],
  ])('are tried on a circuit %s', async (_, circuit) => {
    const asked: string[] = [];
    const routeSummary = async ({ peering, link }: { peering: string; link: string }) => {
      asked.push(`${peering} ${link}`);
      return [];
    };
    const check = checkEdge({ routeSummary }, knowing(aCircuit({ name: 'a' }), circuit), subscription1);
    expect((await check.look())[0]).toMatchObject({ level: 'ok' });
    expect(asked).toEqual(['AzurePrivatePeering primary']);
  });

  test('that are forbidden leave the metrics', async () => {
    const check = checkEdge({ routeSummary: failing('forbidden') }, knowing(live), subscription1);
    expect(await linesOf(check)).toEqual([
      `warn Azure route tables of ${subscription1}: A loss of BGP is told by the metrics alone, and no prefixes are counted. Azure says forbidden.`,
    ]);
    expect(await mendsOf(check)).toContain('routeTablesSummary/action');
    const away = checkEdge({ routeSummary: failing('unavailable') }, knowing(live), subscription1);
    expect(await mendsOf(away)).toContain('azure.status.microsoft');
  });
});

test('writes are not tried, and it is said how to look', async () => {
  const check = checkWrites([subscription1]);
  expect((await check.look())[0]).toMatchObject({ level: 'skipped' });
  expect(await mendsOf(check)).toContain('az role assignment list');
});

describe('the clock', () => {
  const clock = (azureMs: readonly number[], slackMs: readonly number[] = []) =>
    linesOf(checkClock(() => ({ azureMs, slackMs })));

  test('that nobody told is not judged', async () => {
    expect(await clock([])).toEqual(['skipped Clock: Nobody has told the time yet.']);
  });

  test('is judged by the middle of what was told', async () => {
    expect(await clock([900_000, 1_400, 600], [-90_000])).toEqual([
      'ok Clock against Azure: They differ by 1 s.',
      'warn Clock against Slack: This machine’s clock is 90 s ahead.',
    ]);
    expect(await clock([300_000])).toEqual([
      'fail Clock against Azure: This machine’s clock is 300 s behind.',
    ]);
  });
});

describe('the disk', () => {
  const disk = (overrides: Partial<DiskSight> = {}) =>
    checkDisk({
      look: async () => ({
        writeFault: undefined,
        freeBytes: 5 * 1024 ** 3,
        storeBytes: 2_048,
        ...overrides,
      }),
    });

  test('with room is well', async () => {
    expect(await linesOf(disk())).toEqual([
      'ok Disk: DATA_DIR can be written; the store has 2.0 KB.',
      'ok Disk space: 5.0 GB are free.',
    ]);
    expect(await linesOf(disk({ freeBytes: undefined, storeBytes: 0 }))).toEqual([
      'ok Disk: DATA_DIR can be written; the store has 0 bytes.',
    ]);
  });

  test.each([
    [150 * 1024 ** 2, 1_000],
    [900 * 1024 ** 2, 100 * 1024 ** 2],
  ])('with %i bytes free for a store of %i is to be looked at', async (freeBytes, storeBytes) => {
    expect((await disk({ freeBytes, storeBytes }).look())[1]).toMatchObject({ level: 'warn' });
  });

  test('of a DATA_DIR that is not there is to be looked at', async () => {
    expect((await disk({ writeFault: 'ENOENT' }).look())[0]).toMatchObject({ level: 'warn' });
  });

  test.each([
    ['ENOSPC', 'Free some space'],
    ['EROFS', 'Mount the disk'],
    ['EIO', 'Let the user'],
  ])('that says %s fails', async (writeFault, mend) => {
    const check = disk({ writeFault });
    expect((await linesOf(check))[0]).toBe(
      `fail Disk: DATA_DIR cannot be written (${writeFault}): nothing new is remembered or told.`,
    );
    expect(await mendsOf(check)).toContain(mend);
  });
});

describe('polls', () => {
  const nothing = {
    subscriptions: [],
    metrics: [],
    clock: { azureMs: [], slackMs: [] },
    disk: {},
    slack: {},
    parked: [],
  };
  const polls = (lastEndedAt: number | undefined, now: number) =>
    linesOf(
      checkSchedule(
        () => ({
          ...nothing,
          polls: { intervalMs: minute, startedAt: t0, ...(lastEndedAt ? { lastEndedAt } : {}) },
        }),
        () => now,
      ),
    );

  test('that are on time are well', async () => {
    expect(await polls(undefined, t0 + 1_000)).toEqual([
      'ok Polls: The first one is under way; they are due at least every 60 s.',
    ]);
    expect(await polls(t0, t0 + 42_000)).toEqual([
      'ok Polls: The last one ended 42 s ago; they are due at least every 60 s.',
    ]);
  });

  test('that are overdue fail', async () => {
    expect(await polls(t0, t0 + 10 * minute)).toEqual([
      'fail Polls: Polls are overdue: the last one ended 600 s ago, and they are due at least every 60 s.',
    ]);
    expect(await polls(undefined, t0 + 10 * minute)).toEqual([
      'fail Polls: Polls are overdue: none in the 600 s since the start, and they are due at least every 60 s.',
    ]);
  });
});

test('rules that are in force are well, and each trouble is told', async () => {
  expect(await linesOf(checkRules({ troubles: () => [] }))).toEqual([
    'ok Rules: The rules in force are those of the files.',
  ]);
  expect(await linesOf(checkRules({ troubles: () => ['ACCESS_FILE: reads is missing', 'no JSON'] }))).toEqual(
    ['fail Rules: ACCESS_FILE: reads is missing', 'fail Rules: no JSON'],
  );
});

test.each([
  [undefined, 'skipped Heartbeat: HEARTBEAT_URL is not set: nobody outside would miss me.'],
  [{ kind: 'waiting' }, 'ok Heartbeat: It is sent after the first good poll.'],
  [{ kind: 'well' }, 'ok Heartbeat: The last one arrived.'],
  [
    { kind: 'failing', failures: 3, reason: 'HTTP 503' },
    'warn Heartbeat: 3 in a row did not arrive: HTTP 503.',
  ],
] as const)('a heartbeat that is %j is told', async (standing, line) => {
  expect(await linesOf(checkHeartbeat(() => standing))).toEqual([line]);
});

describe('the bot, from outside', () => {
  const holder = { pid: 12, host: 'noc-1' };
  const bot = (readiness: BotReadiness, overrides: Partial<Parameters<typeof checkBot>[0]> = {}) =>
    linesOf(checkBot({ holder, host: 'noc-1', opsPort: 4_401, ask: async () => readiness, ...overrides }));

  test('that is ready is well', async () => {
    expect(await bot({ kind: 'ready' })).toEqual([
      'ok Bot: Process 12 on noc-1 runs and says that it is ready.',
    ]);
  });

  test('that is not ready fails with its reasons', async () => {
    expect(await bot({ kind: 'unready', reasons: ['blind-slack', 'no-poll-yet'] })).toEqual([
      'fail Bot: Process 12 on noc-1 runs and is not ready: blind-slack, no-poll-yet.',
    ]);
  });

  test('that does not answer is to be looked at, and one at a port that nobody knows is not asked', async () => {
    const line = (port: number) =>
      `warn Bot: Process 12 on noc-1 uses this DATA_DIR and does not answer at its ops port (${port}).`;
    expect(await bot({ kind: 'silent' })).toEqual([line(4_401)]);
    expect(await bot({ kind: 'ready' }, { opsPort: 0 })).toEqual([line(0)]);
  });

  test('that does not run, or runs elsewhere, is not asked', async () => {
    expect(await bot({ kind: 'ready' }, { holder: undefined })).toEqual([
      'skipped Bot: No bot uses this DATA_DIR now.',
    ]);
    expect(await bot({ kind: 'ready' }, { host: 'laptop' })).toEqual([
      'skipped Bot: Process 12 on noc-1 uses this DATA_DIR; it can be asked there only.',
    ]);
  });
});
