import { describe, expect, it } from 'vitest';
import type { ExecutingView } from '../../../src/domain/approval/view.ts';
import { AzureFault, type AzureFaultKind } from '../../../src/usecases/ports.ts';
import { aCircuit, aPeering, aService } from '../../support/a-circuit.ts';
import { aDeleteIntent, aPeeringIntent, aResizeIntent } from '../../support/an-intent.ts';
import { aFault } from '../../support/fake-azure-writer.ts';
import { aTarget } from '../../support/plan-inputs.ts';
import { actsOf, anOpenOffice, ask, drive, type Office } from './support/an-office.ts';

const minuteMs = 60_000;
const deletable = aCircuit({ service: aService({ providerState: 'NotProvisioned' }) });

async function approved(intent: Parameters<typeof ask>[1] = aResizeIntent(), circuit = aCircuit()) {
  const made = anOpenOffice();
  made.azure.put(circuit);
  const id = await ask(made.process, intent);
  return { ...made, id };
}

/** What the card says a request that is being carried out waits for. */
async function waitsFor({ store }: Office): Promise<ExecutingView['waitsFor'] | undefined> {
  const [card] = (await store.owed()).filter(({ notice }) => notice.kind === 'request');
  const state = card?.notice.kind === 'request' ? card.notice.view.state : undefined;
  return state?.state === 'executing' ? state.waitsFor : undefined;
}

const sendsIn = ({ azure }: Office) => azure.calls.filter((call) => call === 'send').length;

describe('a write', () => {
  it('is written down as on its way before Azure hears of it, each time', async () => {
    const { office, id, azure, requestNow } = await approved();
    azure.script('send', aFault('locked', 1_000));
    azure.script('send', aFault('throttled', 1_000));
    const phases: Promise<unknown>[] = [];
    const process = office.start((call, acted) => {
      if (call === 'send' && !acted) phases.push(requestNow(id));
    });
    await drive(office, process);
    expect(await Promise.all(phases)).toMatchObject(
      Array.from({ length: 3 }, () => ({ state: 'executing', phase: { kind: 'sending' } })),
    );
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
  });

  it('is followed as often as Azure asks for', async () => {
    const { office, process, azure } = await approved();
    Object.assign(azure.settings, { operationMs: 10 * minuteMs, retryAfterMs: minuteMs });
    await drive(office, process);
    expect(azure.calls.filter((call) => call === 'follow')).toHaveLength(10);
  });

  it('makes the circuit worth a look', async () => {
    const { office, process, world } = await approved();
    await drive(office, process);
    expect(world.polls).toBe(1);
  });

  it('edits its message only when people can see a difference', async () => {
    const { office, process, id, store, azure } = await approved();
    azure.settings.operationMs = 60 * minuteMs;
    const commits: number[] = [];
    const commit = store.commit;
    store.commit = async (transaction) => {
      commits.push((transaction.owe ?? []).filter(({ card }) => card === `request.${id}`).length);
      await commit(transaction);
    };
    await drive(office, process);
    // Begun, followed, done: the first and the last show.
    expect(commits).toEqual([1, 0, 1]);
  });
});

describe('a write that Azure locks out', () => {
  it('waits, says so, and is sent when the lock is gone', async () => {
    const { office, process, id, azure, requestNow } = await approved();
    azure.script('send', aFault('locked', 20_000));
    await drive(office, process, 5_000);
    expect(await waitsFor(office)).toBe('lock');
    expect(await requestNow(id)).toMatchObject({
      phase: { kind: 'ready', because: 'locked', notBefore: office.world.now + 20_000 },
    });
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
    expect(azure.taken).toHaveLength(1);
  });

  it('is left alone until then, however often somebody looks', async () => {
    const { office, process, azure } = await approved();
    azure.script('send', aFault('locked', 20_000));
    await drive(office, process, 5_000);
    const before = azure.calls.length;
    await process.run.advance(aTarget().id);
    expect(azure.calls.length).toBe(before);
  });

  it('goes stale when what held the lock changed what was seen', async () => {
    const { office, process, id, azure, requestNow } = await approved();
    azure.script('send', aFault('locked', 20_000));
    await drive(office, process, 5_000);
    azure.put(aCircuit({ service: aService({ bandwidthMbps: 500 }) }));
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'stale' });
    expect(azure.taken).toEqual([]);
  });

  it('fails after an hour', async () => {
    const { office, process, id, azure, requestNow, store } = await approved();
    const begun = office.world.now;
    azure.script('send', aFault('locked', 20_000));
    await drive(office, process, 5_000);
    azure.lock(aTarget(), 100 * minuteMs);
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'failed', failure: { code: 'LockedTooLong' } });
    expect(office.world.now - begun).toBeGreaterThan(60 * minuteMs);
    expect(office.world.now - begun).toBeLessThan(62 * minuteMs);
    expect(await actsOf(store, id)).toEqual(['request', 'execute', 'fail']);
    expect((await store.dueAudit()).at(-1)).toMatchObject({ act: 'fail', note: 'LockedTooLong' });
    expect((await store.owed()).map(({ notice }) => notice.kind)).toEqual(['request', 'request-ended']);
  });
});

describe('a lock that ends in a failure', () => {
  it('is not taken for a failure of what waited for it', async () => {
    const { office, process, id, azure, requestNow } = await approved();
    azure.script('send', aFault('locked', 20_000));
    await drive(office, process, 5_000);
    azure.lock(aTarget(), minuteMs, undefined, { code: 'Theirs', message: 'No.', details: [] });
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({
      state: 'stale',
      why: { kind: 'refused', sentence: 'refused: target-unsettled' },
    });
  });
});

describe('a write that Azure throttles', () => {
  it('waits as long as Azure says, and says so', async () => {
    const { office, process, id, azure, requestNow } = await approved();
    const begun = office.world.now;
    azure.script('send', aFault('throttled', 17 * minuteMs));
    await drive(office, process, minuteMs);
    expect(await waitsFor(office)).toBe('quota');
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
    expect(office.world.now - begun).toBeGreaterThanOrEqual(17 * minuteMs);
    expect(sendsIn(office)).toBe(2);
  });

  it('is not asked after without end when Azure names an absurd time', async () => {
    const { office, process, id, azure, requestNow } = await approved();
    azure.script('send', aFault('throttled', 1_000 * 60 * minuteMs));
    await drive(office, process, 2 * 60 * minuteMs);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
    expect(sendsIn(office)).toBe(2);
  });
});

describe('a write of which nobody knows whether it arrived', () => {
  const kinds: readonly AzureFaultKind[] = ['unreachable', 'unavailable', 'unreadable'];

  it.each(kinds)('(%s) is looked for, and not sent again when it did', async (kind) => {
    const { office, process, id, azure, requestNow } = await approved();
    azure.script('send', aFault(kind), true);
    await drive(office, process, 5_000);
    expect(await waitsFor(office)).toBe('network');
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
    expect(azure.taken).toHaveLength(1);
    expect(sendsIn(office)).toBe(1);
  });

  it.each(kinds)('(%s) is sent again when it did not', async (kind) => {
    const { office, process, id, azure, requestNow } = await approved();
    azure.script('send', aFault(kind));
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
    expect(azure.taken).toHaveLength(1);
    expect(sendsIn(office)).toBe(2);
  });

  it.each([5_000, minuteMs])('fails when it arrived and failed after %i ms', async (operationMs) => {
    const { office, process, id, azure, requestNow } = await approved();
    azure.settings.operationMs = operationMs;
    azure.script('send', aFault('unreachable'), true);
    azure.failNext({ code: 'InternalError', message: 'No.', details: [] });
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'failed', failure: { code: 'Failed' } });
    expect(azure.taken).toHaveLength(1);
  });

  it('is not done before the resource shows it', async () => {
    const { office, process, id, azure, requestNow } = await approved();
    const begun = office.world.now;
    azure.settings.operationMs = 9 * minuteMs;
    azure.script('send', aFault('unreachable'), true);
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
    expect(office.world.now - begun).toBeGreaterThanOrEqual(9 * minuteMs);
  });

  it('is no change by somebody else when it shows late', async () => {
    const { office, id, azure, requestNow } = await approved();
    azure.script('send', aFault('unreachable'), true);
    azure.settings.operationMs = 0;
    let looks = 0;
    // The first look at the resource still shows its old self; the plan made right after it sees the new one.
    const process = office.start((call) => {
      if (call === 'stand') looks++;
    });
    azure.settings.lateLooks = 1;
    await drive(office, process);
    expect(looks).toBeGreaterThan(1);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
    expect(azure.taken).toHaveLength(1);
  });
});

describe('a write to something that changed since it was read', () => {
  it('is made again when what was approved still holds', async () => {
    const { office, process, id, azure, requestNow } = await approved();
    azure.script('send', aFault('changed'));
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
    expect(sendsIn(office)).toBe(2);
  });

  it('goes stale when it does not', async () => {
    const { office, id, azure, requestNow } = await approved();
    azure.script('send', aFault('changed'));
    const process = office.start((call) => {
      if (call === 'send') azure.put(aCircuit({ service: aService({ bandwidthMbps: 500 }) }));
    });
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'stale', why: { kind: 'changed' } });
    expect(azure.taken).toEqual([]);
  });

  it('fails when that happens again and again', async () => {
    const { office, process, id, azure, requestNow } = await approved();
    for (let i = 0; i < 20; i++) azure.script('send', aFault('changed'));
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'failed', failure: { code: 'ChangedTooOften' } });
    expect(sendsIn(office)).toBe(6);
  });
});

describe('a write that Azure refuses', () => {
  it('fails with Azure’s words', async () => {
    const { office, process, id, azure, requestNow } = await approved();
    const failure = {
      code: 'QuotaExceeded',
      message: 'No more.',
      details: ['10 of 10'],
      correlationId: 'c-1',
    };
    azure.script('send', new AzureFault('refused', 'Azure refused it', { failure }));
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'failed', step: 0, failure });
    expect(sendsIn(office)).toBe(1);
  });

  it.each<[AzureFaultKind, string]>([
    ['forbidden', 'AuthorizationFailed'],
    ['unauthorized', 'Unauthorized'],
    ['not-found', 'ResourceNotFound'],
    ['refused', 'BadRequest'],
  ])('(%s) fails with a code where Azure gave none', async (kind, code) => {
    const { office, process, id, azure, requestNow } = await approved();
    azure.script('send', aFault(kind));
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({
      state: 'failed',
      failure: { code, message: `Azure is ${kind}`, details: [] },
    });
  });

  it('is done when it was to remove what is not there', async () => {
    const { office, process, id, azure, requestNow } = await approved(aDeleteIntent(), deletable);
    azure.script('send', aFault('not-found'));
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
  });

  it('minutes later fails with Azure’s code', async () => {
    const { office, process, id, azure, requestNow } = await approved(aDeleteIntent(), deletable);
    azure.failNext({ code: 'ConflictError', message: 'Not in Deprovisioned state.', details: [] });
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'failed', failure: { code: 'ConflictError' } });
    expect(azure.taken).toHaveLength(1);
  });
});

describe('an operation that is followed', () => {
  it.each<AzureFaultKind>(['throttled', 'unreachable', 'unavailable', 'unreadable', 'locked'])(
    'is asked after again when Azure is %s',
    async (kind) => {
      const { office, process, id, azure, requestNow } = await approved();
      azure.script('follow', aFault(kind, minuteMs));
      await drive(office, process);
      expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
      expect(azure.taken).toHaveLength(1);
    },
  );

  it.each<AzureFaultKind>(['forbidden', 'not-found', 'refused'])(
    'is looked for at the resource when its URL is %s',
    async (kind) => {
      const { office, process, id, azure, requestNow } = await approved();
      for (let i = 0; i < 20; i++) azure.script('follow', aFault(kind));
      await drive(office, process);
      expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
      expect(azure.calls).toContain('stand');
      expect(azure.taken).toHaveLength(1);
    },
  );

  it('is looked for at the resource when Azure forgot it or never named it', async () => {
    for (const settings of [{ forgets: true }, { givesUrl: false }]) {
      const { office, process, id, azure, requestNow } = await approved();
      Object.assign(azure.settings, settings);
      await drive(office, process);
      expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
      expect(azure.taken).toHaveLength(1);
    }
  });

  it('is not asked after without end when Azure names an absurd time', async () => {
    const { office, process, azure } = await approved();
    const begun = office.world.now;
    azure.script('follow', aFault('throttled', 1_000 * 60 * minuteMs));
    await drive(office, process);
    expect(office.world.now - begun).toBeGreaterThanOrEqual(60 * minuteMs);
    expect(azure.calls.filter((call) => call === 'follow')).toHaveLength(2);
  });

  it('is given a minute to show at the resource', async () => {
    const { office, process, id, azure, requestNow } = await approved();
    Object.assign(azure.settings, { givesUrl: false, operationMs: 0, lateLooks: 4 });
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
    expect(sendsIn(office)).toBe(1);
  });

  it('that fails while nobody can ask after it is found out by sending it again', async () => {
    const { office, process, id, azure, requestNow } = await approved(aDeleteIntent(), deletable);
    azure.settings.givesUrl = false;
    azure.failNext({ code: 'ConflictError', message: 'No.', details: [] });
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
    expect(azure.taken).toHaveLength(2);
  });

  it('that never has an effect fails in the end', async () => {
    const { office, id, azure, requestNow } = await approved(aDeleteIntent(), deletable);
    azure.settings.givesUrl = false;
    const process = office.start((call) => {
      if (call === 'send') azure.failNext({ code: 'Silent', message: 'No.', details: [] });
    });
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'failed', failure: { code: 'NoEffect' } });
    expect(azure.taken).toHaveLength(6);
  });
});

describe('a key that Azure does not tell', () => {
  const circuit = aCircuit({ peerings: [aPeering({ vlanId: 100 })] });

  it('is sent again when nobody knows whether it arrived, and is no change by somebody else', async () => {
    const { office, process, id, azure, requestNow } = await approved(aPeeringIntent(), circuit);
    azure.settings.operationMs = 0;
    azure.script('send', aFault('unreachable'), true);
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
    expect(azure.taken).toHaveLength(2);
  });

  it('is taken to be set when Azure took it and the rest shows', async () => {
    const { office, process, id, azure, requestNow } = await approved(aPeeringIntent(), circuit);
    azure.settings.givesUrl = false;
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
    expect(azure.taken).toHaveLength(1);
  });

  it('is sent when a lock kept it out, also where the rest is so already', async () => {
    const { settings } = aPeeringIntent();
    const { vlanId, peerAsn, ipv4 } = settings;
    const set = aCircuit({ peerings: [aPeering({ vlanId, peerAsn, ipv4 })] });
    const { office, process, id, azure, requestNow } = await approved(aPeeringIntent(), set);
    azure.script('send', aFault('locked', 20_000));
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
    expect(azure.taken).toHaveLength(1);
  });
});

describe('a peering', () => {
  it('is changed with the key that was typed, which is then forgotten', async () => {
    const circuit = aCircuit({ peerings: [aPeering({ vlanId: 100 })] });
    const intent = aPeeringIntent();
    const { office, process, id, azure, requestNow } = await approved(intent, circuit);
    await drive(office, process);
    const { sharedKey: _, ...settings } = intent.settings;
    expect(azure.taken).toEqual([
      { kind: 'put-peering', peering: 'AzurePrivatePeering', settings: intent.settings },
    ]);
    const request = await requestNow(id);
    expect(request.intent).toEqual({ ...intent, settings });
  });
});
