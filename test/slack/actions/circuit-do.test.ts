import { describe, expect, test } from 'vitest';
import type { Request } from '../../../src/domain/approval/request.ts';
import { circuitToken } from '../../../src/slack/blocks/circuit-token.ts';
import { StoreFault } from '../../../src/usecases/store.ts';
import { aKnownCircuit, aService } from '../../support/a-circuit.ts';
import { aCreateIntent } from '../../support/a-create-intent.ts';
import { aRequest } from '../../support/a-request.ts';
import { asVera, pathsWithKey, startBeginning, vera } from '../../support/beginning-bot.ts';
import { serviceKey } from '../../support/beginning-deps.ts';
import { elementNamed, wordsOf } from '../../support/reading.ts';

const known = aKnownCircuit();
const token = circuitToken(known.circuit.id);
const choose = (value: string) => ({
  action_id: 'circuit.do',
  type: 'static_select',
  selected_option: { value },
});
const keyButton = { action_id: 'circuit.key', value: JSON.stringify({ circuit: token, name: 'lon-01' }) };

describe('the service key', () => {
  test.each([['the command'], ['the button'], ['the menu of the card']])(
    'is answered to the asker alone, by %s',
    async (way) => {
      await using bot = await startBeginning();
      const told =
        way === 'the command'
          ? await bot.ask('key lon-01')
          : await bot.pressed(way === 'the button' ? keyButton : choose(`key ${token}`));
      expect(told.ephemeral).toBe(true);
      expect(told.words).toContain(`\`${serviceKey}\``);
      expect(pathsWithKey(bot).every((path) => path.startsWith('/response/'))).toBe(true);
      expect(pathsWithKey(bot)).toHaveLength(1);
      expect(await bot.store.dueAudit()).toMatchObject([
        { act: 'view-key', operation: 'key', by: 'U0OMAR0001', channelId: 'C0NETOPS001' },
      ]);
    },
  );

  test('stands in no notification and in no log', async () => {
    await using bot = await startBeginning();
    await bot.ask('key lon-01');
    const [body] = bot.api.responses();
    expect(body?.text).toBe('The service key of lon-01');
    expect(bot.log()).not.toContain(serviceKey);
  });

  test.each([['the command'], ['the button']])('is refused to whoever may not see it, by %s', async (way) => {
    await using bot = await startBeginning();
    const told =
      way === 'the command' ? await bot.ask('key lon-01', vera) : await bot.pressed(keyButton, asVera);
    expect(told.words).toContain('operator');
    expect(pathsWithKey(bot)).toEqual([]);
    expect(await bot.store.dueAudit()).toMatchObject([{ act: 'refuse', operation: 'key', by: 'U0VERA0001' }]);
  });

  test('is not shown where that it is seen cannot be written down', async () => {
    await using bot = await startBeginning();
    const { store } = bot;
    const commit = store.commit;
    store.commit = async (transaction) => {
      if (transaction.audit) throw new StoreFault('unwritable', 'the disk is full');
      await commit(transaction);
    };
    expect((await bot.ask('key lon-01')).words).toContain('I could not write that down');
    expect(pathsWithKey(bot)).toEqual([]);
  });

  test('is not there before Azure has issued it', async () => {
    await using bot = await startBeginning({ writer: { readServiceKey: async () => undefined } });
    expect((await bot.ask('key lon-01')).words).toContain('Azure has not issued the service key');
  });
});

describe('the menu of a card', () => {
  const shown = async (circuit: Parameters<typeof aKnownCircuit>[0], wasProvisioned = true) => {
    await using bot = await startBeginning({ known: aKnownCircuit(circuit, { wasProvisioned }) });
    await bot.ask('show lon-01');
    const [body] = bot.api.responses();
    return { blocks: JSON.parse(JSON.stringify(body?.blocks ?? [])), text: '' };
  };

  test('offers what makes sense as it stands', async () => {
    const fresh = await shown({ service: aService({ providerState: 'NotProvisioned' }) }, false);
    expect(elementNamed(fresh, 'Show the service key').action_id).toBe('circuit.do');
    expect(wordsOf(fresh)).toContain('Delete it');
    expect(wordsOf(fresh)).not.toContain('Configure routing');
    const ready = await shown({});
    expect(wordsOf(ready)).toContain('Configure routing');
    expect(wordsOf(ready)).not.toContain('Delete it');
  });

  test.each(['order', 'resize'])('begins what is chosen: %s', async (deed) => {
    await using bot = await startBeginning();
    await bot.press(choose(`${deed} ${token}`));
    expect((await bot.form()).callback_id).toBe(`circuit.${deed}`);
  });

  test('begins nothing for whoever may not', async () => {
    await using bot = await startBeginning();
    expect((await bot.pressed(choose(`order ${token}`), asVera)).words).toContain('operator');
    expect(bot.api.of('views.open')).toEqual([]);
  });

  test.each([
    [`create ${token}`, 'That button is from another version'],
    [`constructor ${token}`, 'That button is from another version'],
    [`order ${'f'.repeat(24)}`, 'is no longer in Azure'],
    [`key ${'f'.repeat(24)}`, 'is no longer in Azure'],
  ])('answers the forged choice %j', async (value, words) => {
    await using bot = await startBeginning();
    expect((await bot.pressed(choose(value))).words).toContain(words);
    expect(bot.api.of('views.open')).toEqual([]);
    expect(pathsWithKey(bot)).toEqual([]);
  });
});

describe('a circuit that was created a moment ago', () => {
  const made = aCreateIntent().target;
  const button = {
    action_id: 'circuit.key',
    value: JSON.stringify({ circuit: circuitToken(made.id), name: '' }),
  };
  const created = (at: number): Request => ({
    ...aRequest({ intent: aCreateIntent() }),
    revision: 1,
    state: 'succeeded',
    at,
    startedAt: at,
  });

  test('is said to be so, before a poll has seen it', async () => {
    await using bot = await startBeginning();
    await bot.store.commit({ putRequests: [created(Date.now())] });
    expect((await bot.pressed(button)).words).toContain('*lon-02* was created a moment ago');
  });

  test('is gone when that was long ago', async () => {
    await using bot = await startBeginning();
    await bot.store.commit({ putRequests: [created(Date.now() - 7_200_000)] });
    expect((await bot.pressed(button)).words).toContain('is no longer in Azure');
  });
});
