import { expect, test } from 'vitest';
import type { Access } from '../../src/domain/access/grant.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { AzureFault } from '../../src/usecases/ports.ts';
import { type Store, StoreFault } from '../../src/usecases/store.ts';
import { viewAuthorizationKey } from '../../src/usecases/view-authorization-key.ts';
import { aKnownCircuit, t0 } from '../support/a-circuit.ts';
import { aGrant, anAccess } from '../support/an-access.ts';
import { quietChat } from '../support/quiet-chat.ts';

const known = aKnownCircuit();
const caller = { userId: 'U0OMAR0001', channelId: 'C0NETOPS001' };
const secret = '0a7f3020-541f-4b4b-844a-5fb43472e3d7';

function office(options: { access?: Access; store?: Store; key?: () => Promise<string | undefined> } = {}) {
  const { access = anAccess(aGrant()), store = createMemoryStore(), key = async () => secret } = options;
  const asked: string[] = [];
  const deps = {
    gatekeeper: quietChat({ access }).gatekeeper,
    store,
    now: () => t0,
    newId: () => 'entry-1',
    writer: {
      readAuthorizationKey: (_target: unknown, name: string) => {
        asked.push(name);
        return key();
      },
    },
  };
  const view = (name: string) => viewAuthorizationKey(deps, caller, known, name);
  return { view, store, asked };
}

test('the key is told, and that it was seen is owed to the audit trail without it', async () => {
  const { view, store } = office();
  expect(await view('for-ann')).toEqual({ ok: true, value: secret });
  const due = await store.dueAudit();
  expect(due).toEqual([
    {
      id: 'entry-1',
      at: t0,
      by: 'U0OMAR0001',
      channelId: 'C0NETOPS001',
      act: 'view-key',
      operation: 'key',
      circuit: { id: known.circuit.id, name: 'lon-01' },
      note: 'authorization for-ann',
    },
  ]);
  expect(JSON.stringify(due)).not.toContain(secret);
});

test('nothing is told when that cannot be written down', async () => {
  const store: Store = {
    ...createMemoryStore(),
    commit: async () => {
      throw new StoreFault('unwritable', 'the disk is full');
    },
  };
  await expect(office({ store }).view('for-ann')).rejects.toThrow(StoreFault);
});

test('who may not see keys is refused before Azure is asked, and that is on record', async () => {
  const { view, store, asked } = office({ access: anAccess(aGrant({ role: 'approver' })) });
  expect(await view('for-ann')).toMatchObject({ ok: false, refusal: { code: 'role-needed' } });
  expect(asked).toEqual([]);
  expect(await store.dueAudit()).toMatchObject([{ act: 'refuse', operation: 'key' }]);
});

test.each(['for-ann', '', '../../../x', 'a b', 'x'.repeat(200)])(
  'there is no key of %j where Azure has none, and a name that cannot be is not asked for',
  async (name) => {
    const { view, store, asked } = office({ key: async () => undefined });
    expect(await view(name)).toMatchObject({ refusal: { code: 'authorization-gone', authorization: name } });
    expect(asked).toEqual(name === 'for-ann' ? ['for-ann'] : []);
    expect(await store.dueAudit()).toEqual([]);
  },
);

test('trouble with Azure is thrown, and nothing is on record', async () => {
  const { view, store } = office({
    key: async () => {
      throw new AzureFault('unreachable', 'Azure did not answer');
    },
  });
  await expect(view('for-ann')).rejects.toThrow(AzureFault);
  expect(await store.dueAudit()).toEqual([]);
});
