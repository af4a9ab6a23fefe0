import { describe, expect, test } from 'vitest';
import { createModal } from '../../../src/slack/blocks/forms/create.ts';
import { type CreateChoice, createInputs as inputs } from '../../../src/slack/blocks/forms/create-inputs.ts';
import { refusalText } from '../../../src/slack/blocks/refusal.ts';
import { readCreate } from '../../../src/slack/views/create.ts';
import type { FormValues, Input } from '../../../src/slack/writes/values.ts';
import { AzureFault } from '../../../src/usecases/ports.ts';
import { aKnownCircuit, subscription1, subscription2 } from '../../support/a-circuit.ts';
import { aCreateIntent, someOffers } from '../../support/a-create-intent.ts';
import { startBeginning, vera } from '../../support/beginning-bot.ts';
import { eventually, present } from '../../support/eventually.ts';
import { asShown, choosing, typing } from '../../support/form-values.ts';

const subscriptionIds = [subscription1, subscription2];

/** The form as it stands after these choices. */
function form(chosen: Partial<CreateChoice> = {}, ids: readonly string[] = [subscription1]) {
  return createModal({
    metadata: '',
    subscriptionIds: ids,
    resourceGroups: [{ name: 'rg-net', region: 'uksouth' }],
    offers: someOffers,
    chosen: { subscriptionId: subscription1, resourceGroup: 'rg-net', provider: 'Equinix', ...chosen },
  });
}

/** The input as it is placed in these values: some blocks carry a mark of the choice that they depend on. */
const placed = (values: FormValues, { block, action }: Input): Input => ({
  block: present(
    Object.keys(values).find((key) => key === block || key.startsWith(`${block}.`)),
    block,
  ),
  action,
});

function filled(): FormValues {
  const empty = asShown(form());
  const typed = typing(typing(empty, inputs.name, 'lon-02'), inputs.tags, 'env=prod');
  const located = choosing(typed, placed(typed, inputs.location), 'London');
  return choosing(located, placed(located, inputs.bandwidth), '500');
}

/** What is wrong, by the name of the input. */
function problemsIn(values: FormValues, ids: readonly string[] = [subscription1]) {
  const read = readCreate(values, ids);
  if (read.ok) return {};
  return Object.fromEntries(
    Object.entries(read.refusal).map(([block, refusal]) => [
      block.replace(/\.[0-9a-f]{12}$/u, ''),
      refusal.code,
    ]),
  );
}

describe('the form of a new circuit', () => {
  test('is read as what it asks for', () => {
    expect(readCreate(filled(), [subscription1])).toEqual({ ok: true, value: aCreateIntent() });
  });

  test('takes the region of the resource group where no other is typed', () => {
    const read = readCreate(filled(), [subscription1]);
    expect(read.ok && read.value.region).toBe('uksouth');
  });

  test('empties what depends on another choice', () => {
    const blocks = (chosen: Partial<CreateChoice>) => Object.keys(asShown(form(chosen)));
    const equinix = blocks({});
    const att = blocks({ provider: 'AT&T NetBond' });
    expect(
      att.filter((block) => !equinix.includes(block)).map((block) => block.replace(/\.\w{12}$/u, '')),
    ).toEqual(['create.location', 'create.bandwidth']);
  });

  test('asks for the subscription only where there are several', () => {
    expect(Object.keys(asShown(form()))).not.toContain('create.subscription');
    expect(Object.keys(asShown(form({}, subscriptionIds)))).toContain('create.subscription');
  });

  test('says that billing starts with the service key', () => {
    expect(JSON.stringify(form())).toContain(
      'Microsoft bills the circuit from the moment its service key is issued',
    );
  });

  const inputOf = (name: keyof typeof inputs) => placed(filled(), inputs[name]);
  test.each<readonly [string, FormValues, Readonly<Record<string, string>>]>([
    ['no name', typing(filled(), inputs.name, ''), { 'create.name': 'circuit-name-malformed' }],
    ['a bad name', typing(filled(), inputs.name, 'lon 02'), { 'create.name': 'circuit-name-malformed' }],
    [
      'a bad region',
      typing(filled(), inputOf('region'), 'uk/south'),
      { 'create.region': 'region-malformed' },
    ],
    ['a bad tag', typing(filled(), inputs.tags, 'env'), { 'create.tags': 'tag-malformed' }],
    [
      'a metered Local circuit',
      choosing(filled(), inputs.tier, 'Local'),
      { 'create.family': 'local-is-unlimited' },
    ],
    [
      'a slow Local circuit',
      choosing(choosing(filled(), inputs.tier, 'Local'), inputs.family, 'UnlimitedData'),
      { 'create.bandwidth': 'local-too-slow' },
    ],
    [
      'a subscription that nobody looks after',
      choosing(filled(), inputs.subscription, 'forged'),
      { 'create.subscription': 'subscription-not-watched' },
    ],
    [
      'no provider, which is said at the last input that is there',
      typing(asShown(form({ provider: '' })), inputs.name, 'lon-02'),
      { 'create.provider': 'choice-missing', 'create.tags': 'choice-missing' },
    ],
    [
      'several mistakes, each at its input',
      typing(typing(filled(), inputs.name, '-'), inputs.tags, 'x'),
      { 'create.name': 'circuit-name-malformed', 'create.tags': 'tag-malformed' },
    ],
  ])('is refused with %s', (_why, values, problems) => {
    expect(problemsIn(values)).toEqual(problems);
  });

  test('is refused with a name that is taken in the group, and not with one of another group', () => {
    const named = typing(filled(), inputs.name, 'lon-01');
    const read = readCreate(named, [subscription1], [aKnownCircuit({ name: 'LON-01' })]);
    expect(read).toMatchObject({ ok: false, refusal: { 'create.name': { code: 'circuit-name-taken' } } });
    expect(
      readCreate(named, [subscription1], [aKnownCircuit({ name: 'lon-01', resourceGroup: 'rg-other' })]).ok,
    ).toBe(true);
  });

  test('names no input that is not there: Slack would refuse the answer', () => {
    for (const values of [asShown(form({ provider: '' })), asShown(form())]) {
      const read = readCreate(values, []);
      if (read.ok) throw new Error('it was read');
      expect(Object.keys(read.refusal).filter((block) => !(block in values))).toEqual([]);
      for (const refusal of Object.values(read.refusal)) expect(refusalText(refusal)).not.toBe('');
    }
  });
});

describe('/circuit create', () => {
  test('fills its form from the live catalogue, with the name that was typed', async () => {
    await using bot = await startBeginning();
    await bot.command('create lon-02');
    const view = await bot.form();
    expect(view.callback_id).toBe('circuit.create');
    expect(JSON.stringify(view)).toContain('AT&T NetBond');
    expect(asShown(view)['create.name']).toEqual({ 'create.name': { value: 'lon-02' } });
  });

  test('offers what a chosen provider has, in the same version of the form', async () => {
    await using bot = await startBeginning();
    const before = createModal({
      metadata: '{"channelId":"C0NETOPS001","metadata":""}',
      subscriptionIds: [subscription1],
      resourceGroups: [],
      offers: someOffers,
      chosen: { subscriptionId: subscription1, resourceGroup: '', provider: '' },
    });
    const values = asShown(before);
    const chosen = choosing(values, placed(values, inputs.provider), 'Equinix');
    await bot.pressInView(
      { action_id: inputs.provider.action, type: 'static_select', selected_option: { value: 'Equinix' } },
      { type: 'modal', hash: '7.abc', private_metadata: before.private_metadata, state: { values: chosen } },
    );
    const { body } = await bot.api.called('views.update');
    expect(body).toMatchObject({ view_id: 'V0SHOWN0001', hash: '7.abc' });
    expect(JSON.stringify(body.view)).toContain('Amsterdam');
    expect(JSON.stringify(body.view)).not.toContain('Silicon Valley');
  });

  test('proposes what was filled in, and says at its input what is wrong', async () => {
    await using bot = await startBeginning();
    const submit = (values: FormValues) =>
      bot.submit({ callback_id: 'circuit.create', private_metadata: '{}', state: { values } });
    const wrong: unknown = await (await submit(typing(filled(), inputs.name, ''))).json();
    expect(wrong).toMatchObject({
      response_action: 'errors',
      errors: { 'create.name': expect.stringContaining('The circuit needs a name.') },
    });
    expect(bot.proposed).toEqual([]);
    await submit(filled());
    await eventually(() => present(bot.proposed[0], 'a proposal'));
    expect(bot.proposed).toEqual([aCreateIntent()]);
  });

  test('says in the form what Azure does not tell', async () => {
    const away = async () => {
      throw new AzureFault('unreachable', 'Azure cannot be reached');
    };
    await using bot = await startBeginning({ writer: { offers: away, resourceGroups: away } });
    await bot.command('create');
    expect(JSON.stringify(await bot.form())).toContain(':warning: Azure cannot be reached.');
  });

  test('opens nothing for somebody who may not create anything', async () => {
    await using bot = await startBeginning();
    const { words } = await bot.ask('create', vera);
    expect(words).toContain('operator');
    expect(bot.api.of('views.open')).toEqual([]);
    expect(await bot.store.dueAudit()).toMatchObject([
      { by: 'U0VERA0001', act: 'refuse', operation: 'create' },
    ]);
  });
});
