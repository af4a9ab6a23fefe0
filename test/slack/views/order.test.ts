import { describe, expect, test } from 'vitest';
import { circuitToken } from '../../../src/slack/blocks/circuit-token.ts';
import { orderInputs as inputs, orderModal } from '../../../src/slack/blocks/forms/order.ts';
import { readOrder } from '../../../src/slack/views/order.ts';
import { formMetadata } from '../../../src/slack/writes/form.ts';
import type { FormValues } from '../../../src/slack/writes/values.ts';
import { StoreFault } from '../../../src/usecases/store.ts';
import { aDirectService, aKnownCircuit } from '../../support/a-circuit.ts';
import { anOrder } from '../../support/an-order.ts';
import { asVera, pathsWithKey, startBeginning, vera } from '../../support/beginning-bot.ts';
import { serviceKey } from '../../support/beginning-deps.ts';
import { eventually } from '../../support/eventually.ts';
import { asShown, choosing, onDay, typing } from '../../support/form-values.ts';

const known = aKnownCircuit();
const metadata = formMetadata('C0NETOPS001', circuitToken(known.circuit.id));
const { recordedBy: _by, recordedAt: _at, ...draft } = anOrder();

const empty = asShown(orderModal(known, metadata));
const onRecord = asShown(orderModal({ ...known, order: anOrder() }, metadata));

describe('the form of an order', () => {
  test('knows the provider, and nothing else before it is filled in', () => {
    expect(readOrder(empty)).toEqual({
      ok: true,
      value: { draft: { provider: 'Equinix' }, vlan: undefined },
    });
  });

  test('shows what is on record, and is read as that', () => {
    expect(readOrder(onRecord)).toEqual({ ok: true, value: { draft, vlan: undefined } });
  });

  test('takes away what is emptied', () => {
    const emptied = onDay(typing(onRecord, inputs.contact, ' '), inputs.promised, '');
    const { contact: _c, promisedOn: _p, ...rest } = draft;
    expect(readOrder(choosing(emptied, inputs.layer, 'unknown'))).toMatchObject({
      ok: true,
      value: { draft: { provider: rest.provider, orderNumber: rest.orderNumber } },
    });
    const read = readOrder(choosing(emptied, inputs.layer, 'unknown'));
    expect(read.ok && Object.keys(read.value.draft)).toEqual(['provider', 'orderNumber']);
  });

  test.each([
    ['1', 1],
    ['4094', 4_094],
    [' 210 ', 210],
    ['', undefined],
  ])('takes the VLAN %j', (text, vlan) => {
    expect(readOrder(typing(empty, inputs.vlan, text))).toMatchObject({ ok: true, value: { vlan } });
  });

  test.each<readonly [string, FormValues, Readonly<Record<string, object>>]>([
    [
      'no provider',
      typing(empty, inputs.provider, ' '),
      { 'order.provider': { code: 'order-provider-missing' } },
    ],
    ...['0', '4095', '12x', '-1', '1.5'].map(
      (value) =>
        [
          `the VLAN ${value}`,
          typing(empty, inputs.vlan, value),
          { 'order.vlan': { code: 'vlan-wish-malformed', value } },
        ] as const,
    ),
    ...['2026-02-30', 'tomorrow', '2026-13-01'].map(
      (value) =>
        [
          `the day ${value}`,
          onDay(empty, inputs.promised, value),
          { 'order.promised': { code: 'promised-day-malformed', value } },
        ] as const,
    ),
  ])('is refused with %s', (_why, values, refusal) => {
    expect(readOrder(values)).toEqual({ ok: false, refusal });
  });
});

describe('/circuit order', () => {
  const submitted = (values: FormValues, token = metadata) => ({
    callback_id: 'circuit.order',
    private_metadata: token,
    state: { values },
  });
  const filled = typing(onRecord, inputs.vlan, '210');

  test('opens the form, from the command and from the button', async () => {
    await using bot = await startBeginning();
    await bot.command('order lon-01');
    expect((await bot.form()).callback_id).toBe('circuit.order');
    await bot.press({ action_id: 'circuit.order', value: `{"circuit":"${circuitToken(known.circuit.id)}"}` });
    await eventually(() => expect(bot.api.of('views.open')).toHaveLength(2));
  });

  test('records the order and hands over the text with the key, in the modal alone', async () => {
    await using bot = await startBeginning();
    await bot.submit(submitted(filled));
    const words = JSON.stringify(await bot.form());
    for (const part of [
      `Service key: ${serviceKey}`,
      'Order number: A-4711',
      'Peering location: London',
      'Bandwidth: 200 Mbps',
      'layer 2, we configure routing',
      'VLAN: 210, if it is free',
      'Contact: noc@example.net',
    ]) {
      expect(words).toContain(part);
    }
    expect(pathsWithKey(bot)).toEqual(['/api/views.update']);
    expect(bot.log()).not.toContain(serviceKey);
    expect((await bot.store.orders()).get(known.circuit.id)).toMatchObject(draft);
    expect((await bot.store.dueAudit()).map(({ act }) => act)).toEqual(['order', 'view-key']);
  });

  test('says where the key comes from while Azure has not issued it', async () => {
    await using bot = await startBeginning({ writer: { readServiceKey: async () => undefined } });
    await bot.submit(submitted(filled));
    const words = JSON.stringify(await bot.form());
    expect(words).toContain('Service key: follows separately');
    expect(words).toContain('Azure has not issued it yet');
    expect(words).toContain('/circuit key lon-01');
  });

  test('refuses somebody who may not, and records nothing', async () => {
    await using bot = await startBeginning();
    expect((await bot.ask('order lon-01', vera)).words).toContain('operator');
    await bot.submit(submitted(filled), asVera);
    expect(JSON.stringify(await bot.form())).toContain('operator');
    expect((await bot.store.orders()).size).toBe(0);
    expect(pathsWithKey(bot)).toEqual([]);
  });

  test('says at its input what is wrong', async () => {
    await using bot = await startBeginning();
    const answer: unknown = await (await bot.submit(submitted(typing(filled, inputs.vlan, '5000')))).json();
    expect(answer).toMatchObject({
      response_action: 'errors',
      errors: { 'order.vlan': expect.stringContaining('5000 is no VLAN.') },
    });
  });

  test.each(['', 'garbage', formMetadata('C0NETOPS001', 'ffffffffffffffffffffffff')])(
    'of a circuit that is there no more, %j, records nothing',
    async (token) => {
      await using bot = await startBeginning();
      await bot.submit(submitted(filled, token));
      expect(JSON.stringify(await bot.form())).toContain('is no longer in Azure');
      expect((await bot.store.orders()).size).toBe(0);
    },
  );

  test('has no form for a port of one’s own', async () => {
    await using bot = await startBeginning({ known: aKnownCircuit({ service: aDirectService() }) });
    expect((await bot.ask('order lon-01')).words).toContain('nothing is ordered from a provider');
    expect(bot.api.of('views.open')).toEqual([]);
  });

  test('shows no key when its view cannot be written down', async () => {
    await using bot = await startBeginning({
      writer: {
        async readServiceKey() {
          throw new StoreFault('unwritable', 'the disk is full');
        },
      },
    });
    await bot.submit(submitted(filled));
    expect(JSON.stringify(await bot.form())).toContain('it could not be written down that you see it');
    expect(pathsWithKey(bot)).toEqual([]);
  });
});
