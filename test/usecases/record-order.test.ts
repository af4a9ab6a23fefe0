import { describe, expect, test } from 'vitest';
import { type OrderDraft, recordOrder } from '../../src/usecases/record-order.ts';
import { StoreFault } from '../../src/usecases/store.ts';
import { aDirectService, aKnownCircuit, t0 } from '../support/a-circuit.ts';
import { anOrder } from '../support/an-order.ts';
import { beginning, omar, vera } from '../support/beginning-deps.ts';

const { id, name } = aKnownCircuit().circuit;
const { recordedBy: _by, recordedAt: _at, ...draft } = anOrder();
const { promisedOn: _on, contact: _contact, ...shorter } = draft;

describe('an order', () => {
  test('is kept with who recorded it, and every field is on record', async () => {
    const deps = await beginning();
    const recorded = await recordOrder(deps, omar, deps.known, draft);
    const order = { ...draft, recordedBy: omar.userId, recordedAt: t0 };
    expect(recorded).toEqual({ ok: true, value: order });
    expect((await deps.store.circuit(id))?.order).toEqual(order);
    expect(await deps.store.dueAudit()).toEqual([
      {
        id: 'audit-1',
        at: t0,
        by: omar.userId,
        channelId: omar.channelId,
        act: 'order',
        operation: 'order',
        circuit: { id, name },
        changes: [
          { field: 'Provider', before: '', after: 'Equinix' },
          { field: 'Order number', before: '', after: 'A-4711' },
          { field: 'Contact', before: '', after: 'noc@example.net' },
          { field: 'Layer', before: '', after: '2' },
          { field: 'Promised for', before: '', after: '2026-03-20' },
        ],
      },
    ]);
  });

  test('takes the place of what was recorded before; the trail has what was different', async () => {
    const deps = await beginning();
    await recordOrder(deps, omar, deps.known, draft);
    const later: OrderDraft = { ...shorter, layer: 3 };
    await recordOrder(deps, omar, deps.known, later);
    expect((await deps.store.orders()).get(id)).toEqual({
      ...later,
      recordedBy: omar.userId,
      recordedAt: t0,
    });
    expect((await deps.store.dueAudit()).at(-1)?.changes).toEqual([
      { field: 'Contact', before: 'noc@example.net', after: '' },
      { field: 'Layer', before: '2', after: '3' },
      { field: 'Promised for', before: '2026-03-20', after: '' },
    ]);
  });

  test('that says what is on record already is not recorded again', async () => {
    const deps = await beginning();
    const first = await recordOrder(deps, omar, deps.known, draft);
    expect(await recordOrder(deps, omar, deps.known, draft)).toEqual(first);
    expect(deps.log).toEqual(['order']);
  });

  test('is not recorded by somebody who may not, and the attempt is', async () => {
    const deps = await beginning();
    expect(await recordOrder(deps, vera, deps.known, draft)).toMatchObject({
      ok: false,
      refusal: { code: 'role-needed' },
    });
    expect((await deps.store.orders()).size).toBe(0);
    expect(deps.log).toEqual(['refuse']);
  });

  test('is none on a port of one’s own', async () => {
    const deps = await beginning(aKnownCircuit({ service: aDirectService() }));
    expect(await recordOrder(deps, omar, deps.known, draft)).toEqual({
      ok: false,
      refusal: { code: 'order-not-needed', name },
    });
    expect(deps.log).toEqual([]);
  });

  test('is kept whole or not at all', async () => {
    const deps = await beginning();
    deps.fillDisk();
    await expect(recordOrder(deps, omar, deps.known, draft)).rejects.toBeInstanceOf(StoreFault);
    expect((await deps.store.orders()).size).toBe(0);
  });
});
