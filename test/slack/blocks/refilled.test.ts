import { expect, test } from 'vitest';
import { refilledModal } from '../../../src/slack/blocks/forms/refilled.ts';
import { refusalReply } from '../../../src/slack/blocks/refusal.ts';
import { submittedForm } from '../../support/slack-requests.ts';

const refusal = refusalReply({ code: 'quote-open' });

/** Each input's value at first, by its block. */
function startsOf({ blocks }: { readonly blocks: readonly object[] }) {
  return Object.fromEntries(
    blocks.flatMap((block) => {
      if (!('element' in block) || !('block_id' in block)) return [];
      const initial = Object.entries(block.element as object).filter(([name]) => name.startsWith('initial_'));
      return [[String(block.block_id), JSON.stringify(initial.map(([, value]) => value))]];
    }),
  );
}

test('a form that was refused stands again as it was filled in, below the reason', () => {
  const again = refilledModal(submittedForm('10.0.0.0/30'), refusal);
  expect(JSON.stringify(again.blocks[0])).toContain('A quote was opened');
  const starts = startsOf(again);
  expect(starts['try.text']).toBe('["10.0.0.0/30"]');
  expect(starts['try.menu']).toContain('"value":"2"');
  expect(starts['try.radio']).toContain('"value":"1"');
  expect(starts['try.check']).not.toBe('[]');
  // What was emptied stays empty.
  expect(starts['try.day']).toBe('[]');
  expect(again).toMatchObject({ callback_id: 'circuit.try', private_metadata: '{}' });
});

test('refused twice it tells the second reason alone', () => {
  const form = submittedForm('x');
  const once = refilledModal(form, refusal);
  const twice = refilledModal(
    { ...form, blocks: once.blocks },
    refusalReply({ code: 'circuit-gone', name: 'lon-01' }),
  );
  expect(JSON.stringify(twice)).not.toContain('A quote was opened');
  expect(JSON.stringify(twice)).toContain('lon-01');
  expect(twice.blocks.filter((block) => block.type === 'input')).toHaveLength(5);
});
