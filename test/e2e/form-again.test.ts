import { expect, test } from 'vitest';
import { askFor, optionOf } from '../support/life.ts';
import { channels } from '../support/person.ts';
import { elementsIn, wordsOf } from '../support/reading.ts';
import { startWorld } from '../support/world.ts';

test('what Azure has against a form is said above it, nothing is typed twice, and mended it goes on', async () => {
  await using world = await startWorld();
  const omar = world.person('omar');
  const form = await omar.commandForModal(channels.netOps, 'link lon-01');
  // The gateway's network overlaps with nothing; FastPath needs a larger gateway.
  const refused = await omar.fill(form, {
    'link.gateway': optionOf(form, 'link.gateway', 'gw-hub-us'),
    'link.name': 'conn-typed',
    'link.weight': '30',
    'link.fast-path': ['yes'],
  });
  expect(refused.callback_id).toBe(form.callback_id);
  expect(wordsOf(refused)).toContain('FastPath');
  const typed = elementsIn(refused).map((element) => element.initial_value);
  expect(typed).toEqual(expect.arrayContaining(['conn-typed', '30']));

  const told = await askFor(omar, refused, { 'link.fast-path': [] });
  expect(told).toContain('is request R-');
});
