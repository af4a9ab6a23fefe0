import { describe, expect, test } from 'vitest';
import { parseWords } from '../../../src/domain/text/words.ts';
import { circuitToken } from '../../../src/slack/blocks/circuit-token.ts';
import { resizeInputs as inputs, resizeModal } from '../../../src/slack/blocks/forms/resize.ts';
import { parseWanted } from '../../../src/slack/commands/resize.ts';
import { readResize } from '../../../src/slack/views/resize.ts';
import { formMetadata } from '../../../src/slack/writes/form.ts';
import { AzureFault } from '../../../src/usecases/ports.ts';
import { aDirectService, aKnownCircuit } from '../../support/a-circuit.ts';
import { startBeginning, vera } from '../../support/beginning-bot.ts';
import { eventually, present } from '../../support/eventually.ts';
import { asShown, choosing } from '../../support/form-values.ts';
import { aTarget } from '../../support/plan-inputs.ts';

const known = aKnownCircuit();
const options = { bandwidthsMbps: [500, 1_000], tiers: ['Premium'], families: ['UnlimitedData'] };
const empty = asShown(resizeModal(known.circuit, options, ''));

function wanted(line: string) {
  const words = parseWords(line);
  if (!words.ok) throw new Error(line);
  const read = parseWanted(words.value);
  return read.ok ? read.value : read.refusal;
}

describe('the words after `resize lon-01`', () => {
  test.each([
    ['', {}],
    ['1Gbps', { bandwidthMbps: 1_000 }],
    ['500', { bandwidthMbps: 500 }],
    ['2 Gbps', { bandwidthMbps: 2_000 }],
    ['2 Gbps PREMIUM unlimited', { bandwidthMbps: 2_000, tier: 'Premium', family: 'UnlimitedData' }],
    ['unlimited standard 1 g', { bandwidthMbps: 1_000, tier: 'Standard', family: 'UnlimitedData' }],
    ['local metered', { tier: 'Local', family: 'MeteredData' }],
  ])('%j', (line, read) => {
    expect(wanted(line)).toEqual(read);
  });

  test.each(['fast', 'constructor', '1Tbps', 'tier:premium', '1 Gbps quickly'])(
    '%j is not understood',
    (line) => {
      expect(wanted(line)).toMatchObject({ code: 'resize-word-unknown' });
    },
  );
});

describe('the form of a resize', () => {
  test('is read as what was chosen; the rest stays', () => {
    expect(readResize(choosing(empty, inputs.bandwidth, '500'), known)).toEqual({
      ok: true,
      value: { operation: 'resize', target: aTarget(), bandwidthMbps: 500 },
    });
    const both = choosing(choosing(empty, inputs.tier, 'Premium'), inputs.family, 'UnlimitedData');
    expect(readResize(both, known)).toEqual({
      ok: true,
      value: { operation: 'resize', target: aTarget(), tier: 'Premium', family: 'UnlimitedData' },
    });
  });

  test('is refused with nothing chosen, and when the circuit is gone', () => {
    expect(readResize(empty, known)).toEqual({
      ok: false,
      refusal: { 'resize.bandwidth': { code: 'nothing-to-change', name: 'lon-01' } },
    });
    expect(readResize(empty, undefined)).toMatchObject({
      refusal: { 'resize.bandwidth': { code: 'circuit-gone' } },
    });
  });
});

describe('/circuit resize', () => {
  test('with words is reviewed at once', async () => {
    await using bot = await startBeginning();
    await bot.command('resize lon-01 1 Gbps premium');
    await eventually(() => present(bot.proposed[0], 'a proposal'));
    expect(bot.proposed).toEqual([
      { operation: 'resize', target: aTarget(), bandwidthMbps: 1_000, tier: 'Premium' },
    ]);
  });

  test('without words asks for what can be had', async () => {
    await using bot = await startBeginning();
    await bot.command('resize lon-01');
    const view = await bot.form();
    const words = JSON.stringify(view);
    expect(Object.keys(asShown(view))).toEqual(['resize.bandwidth', 'resize.tier', 'resize.family']);
    for (const offered of ['500 Mbps', '1 Gbps', '2 Gbps', 'Premium', 'Unlimited'])
      expect(words).toContain(offered);
    expect(words).not.toContain('"50 Mbps"');
  });

  test('proposes what was chosen', async () => {
    await using bot = await startBeginning();
    await bot.submit({
      callback_id: 'circuit.resize',
      private_metadata: formMetadata('C0NETOPS001', circuitToken(known.circuit.id)),
      state: { values: choosing(empty, inputs.bandwidth, '1000') },
    });
    await eventually(() => present(bot.proposed[0], 'a proposal'));
    expect(bot.proposed).toMatchObject([{ bandwidthMbps: 1_000 }]);
  });

  test('says so where nothing can be changed', async () => {
    const sku = { tier: 'Local', family: 'UnlimitedData' };
    const service = aDirectService({ bandwidthMbps: 100_000 });
    await using bot = await startBeginning({ known: aKnownCircuit({ sku, service }) });
    await bot.command('resize lon-01');
    expect(JSON.stringify(await bot.form())).toContain('can be changed in place');
  });

  test('says so where Azure’s catalogue cannot be read', async () => {
    await using bot = await startBeginning({
      writer: {
        offers: async () => {
          throw new AzureFault('unreachable', 'Azure cannot be reached');
        },
      },
    });
    await bot.command('resize lon-01');
    expect(JSON.stringify(await bot.form())).toContain('Azure cannot be reached');
  });

  test('refuses a word that it does not know, a circuit that there is not, and whoever may not', async () => {
    await using bot = await startBeginning();
    expect((await bot.ask('resize lon-01 faster')).words).toContain(
      'faster is no bandwidth, SKU or billing model.',
    );
    expect((await bot.ask('resize nowhere')).words).toContain('No circuit is called nowhere');
    expect((await bot.ask('resize')).words).toContain('Which circuit?');
    expect((await bot.ask('resize lon-01 1Gbps', vera)).words).toContain('operator');
    expect(bot.proposed).toEqual([]);
    expect(bot.api.of('views.open')).toEqual([]);
  });
});
