import { describe, expect, test } from 'vitest';
import { handOverKey } from '../../src/usecases/hand-over-key.ts';
import { AzureFault } from '../../src/usecases/ports.ts';
import { StoreFault } from '../../src/usecases/store.ts';
import { viewServiceKey } from '../../src/usecases/view-service-key.ts';
import { aDirectService, aKnownCircuit, t0 } from '../support/a-circuit.ts';
import { beginning, omar, serviceKey, vera } from '../support/beginning-deps.ts';

const { id, name } = aKnownCircuit().circuit;

describe('a service key', () => {
  test('is told after it was written down that it is seen', async () => {
    const deps = await beginning();
    expect(await viewServiceKey(deps, omar, deps.known)).toEqual({ ok: true, value: serviceKey });
    expect(deps.log).toEqual(['read the key', 'view-key']);
    expect(await deps.store.dueAudit()).toEqual([
      {
        id: 'audit-1',
        at: t0,
        by: omar.userId,
        channelId: omar.channelId,
        act: 'view-key',
        operation: 'key',
        circuit: { id, name },
      },
    ]);
    expect(JSON.stringify(await deps.store.dueAudit())).not.toContain(serviceKey);
  });

  test('is not told when that cannot be written down', async () => {
    const deps = await beginning();
    deps.fillDisk();
    await expect(viewServiceKey(deps, omar, deps.known)).rejects.toBeInstanceOf(StoreFault);
  });

  test('is not even asked for by somebody who may not see it, and the attempt is on record', async () => {
    const deps = await beginning();
    const seen = await viewServiceKey(deps, vera, deps.known);
    expect(seen).toMatchObject({ ok: false, refusal: { code: 'role-needed', on: 'lon-01' } });
    expect(deps.log).toEqual(['refuse']);
    expect(await deps.store.dueAudit()).toMatchObject([
      { by: vera.userId, act: 'refuse', operation: 'key', circuit: { id, name }, note: 'key: role-needed' },
    ]);
  });

  test('is none before Azure has issued it, and then nothing is on record', async () => {
    const deps = await beginning();
    deps.answerKey(undefined);
    expect(await viewServiceKey(deps, omar, deps.known)).toEqual({
      ok: false,
      refusal: { code: 'key-not-ready', name },
    });
    expect(deps.log).toEqual(['read the key']);
  });

  test('is none on a port of one’s own', async () => {
    const deps = await beginning(aKnownCircuit({ service: aDirectService() }));
    expect(await viewServiceKey(deps, omar, deps.known)).toEqual({
      ok: false,
      refusal: { code: 'key-not-needed', name },
    });
    expect(deps.log).toEqual([]);
  });
});

describe('in a text for the provider', () => {
  test('it stands where the person may see it, and that is on record', async () => {
    const deps = await beginning();
    expect(await handOverKey(deps, omar, deps.known)).toEqual({ kind: 'key', key: serviceKey });
    expect(deps.log).toEqual(['read the key', 'view-key']);
  });

  test('it is left out where the person may not, which is no refused attempt', async () => {
    const deps = await beginning();
    expect(await handOverKey(deps, vera, deps.known)).toEqual({ kind: 'not-allowed' });
    expect(deps.log).toEqual([]);
  });

  test('it is left out before Azure has issued it', async () => {
    const deps = await beginning();
    deps.answerKey(undefined);
    expect(await handOverKey(deps, omar, deps.known)).toEqual({ kind: 'not-ready' });
  });

  test('it is left out when Azure does not answer, or when the view cannot be written down', async () => {
    const deps = await beginning();
    deps.answerKey(new AzureFault('unreachable', 'Azure cannot be reached'));
    expect(await handOverKey(deps, omar, deps.known)).toEqual({
      kind: 'unreadable',
      reason: 'Azure cannot be reached',
    });
    deps.answerKey(serviceKey);
    deps.fillDisk();
    const withheld = await handOverKey(deps, omar, deps.known);
    expect(withheld.kind).toBe('unreadable');
    expect(JSON.stringify(withheld)).not.toContain(serviceKey);
  });

  test('a bug stays a bug', async () => {
    const deps = await beginning();
    deps.answerKey(new Error('x is not a function'));
    await expect(handOverKey(deps, omar, deps.known)).rejects.toThrow('x is not a function');
  });
});
