import fc from 'fast-check';
import { expect, test } from 'vitest';
import { armIdOf, armMenu, chosenPlace } from '../../../src/slack/blocks/forms/arm-menu.ts';
import { formMetadata, parseFormMetadata } from '../../../src/slack/writes/form.ts';
import { aGateway } from '../../support/plan-inputs.ts';

const name = fc.stringMatching(/^[A-Za-z0-9_.()-]{1,80}$/u);
const place = fc.record({
  subscriptionId: fc.uuid(),
  resourceGroup: fc.stringMatching(/^[A-Za-z0-9_.()äö-]{1,90}$/u),
  name,
});

test('what is chosen from a menu is what was offered, through the form and back', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 100 }), (things) => {
      const { choices, groups } = armMenu(things, (thing) => ({ text: thing.name }));
      const carried = formMetadata('C0NETOPS001', `0123456789abcdef01234567\n${groups}`);
      expect(carried.length).toBeLessThanOrEqual(3_000);
      const [, back = ''] = parseFormMetadata(carried).metadata.split('\n');
      const chosen = choices.map(({ value }) => chosenPlace(back, value));
      expect(things).toEqual(expect.arrayContaining(chosen));
      expect(chosen.map((one) => one?.name)).toEqual(choices.map(({ text }) => text));
      for (const { value } of choices) expect(value.length).toBeLessThanOrEqual(150);
    }),
  );
});

test('what does not fit is left out, and what is in a group that fits is not', () => {
  const far = Array.from({ length: 100 }, (_, index) =>
    aGateway({ name: `gw-${index}`, resourceGroup: `rg-${index}`.padEnd(90, 'x') }),
  );
  const near = Array.from({ length: 100 }, (_, index) => aGateway({ name: `near-${index}` }));
  const { choices } = armMenu([...far, ...near], (thing) => ({ text: thing.name }));
  const count = (start: string) => choices.filter(({ text }) => text.startsWith(start)).length;
  expect(count('gw-')).toBeGreaterThan(15);
  expect(count('gw-')).toBeLessThan(100);
  expect(count('near-')).toBe(0);
  const { choices: nearFirst } = armMenu([...near, ...far], (thing) => ({ text: thing.name }));
  expect(nearFirst.filter(({ text }) => text.startsWith('near-'))).toHaveLength(100);
});

test.each(['', '0', '0/', '/gw', '1/gw', '-1/gw', '0/a/b', 'x/gw', '99999/gw'])(
  'nothing is chosen with %j',
  (value) => {
    expect(chosenPlace('sub/rg', value)).toBeUndefined();
  },
);

test('an id is put together as ARM writes it', () => {
  const gateway = aGateway();
  expect(armIdOf(gateway, 'virtualNetworkGateways')).toBe(gateway.id);
});
