import { describe, expect, test } from 'vitest';
import { explain, type Sight } from './explain.ts';
import { complaintsOf, toldIncidents, turnsOf } from './incidents.ts';
import type { Post } from './read-room.ts';

const maybe = (state: number): Sight<number> => ({ state, isSeen: false });
const surely = (state: number): Sight<number> => ({ state, isSeen: true });
const steps = (before: number, after: number) => (before === after ? [] : [`${before}→${after}.`]);

describe('what was told of a thing', () => {
  test.each([
    ['each step', ['1→2.', '2→3.']],
    ['what nobody surely saw left out', ['1→3.']],
  ])('follows from looks at it: %s', (_name, told) => {
    expect(explain([surely(1), maybe(2), surely(3)], told, steps)).toBeUndefined();
  });

  test.each([
    ['something is missing', ['1→2.']],
    ['something is told twice', ['1→2.', '1→2.', '2→3.']],
    ['the order is another', ['2→3.', '1→2.']],
    ['it never was so', ['1→4.', '4→3.']],
    ['what was surely seen is left out', ['1→3.']],
  ])('does not follow when %s', (_name, told) => {
    expect(explain([surely(1), surely(2), surely(3)], told, steps)).toMatch(/^\d of \d follow/u);
  });

  test('follows in any order within one look', () => {
    const pairs = (before: number, after: number) => (before === after ? [] : [`a ${after}.`, `b ${after}.`]);
    expect(explain([surely(1), surely(2)], ['b 2.', 'a 2.'], pairs)).toBeUndefined();
    expect(explain([surely(1), surely(2), surely(3)], ['a 2.', 'a 3.', 'b 2.', 'b 3.'], pairs)).toBeDefined();
  });
});

const post = (words: string, key = 'k', replies: readonly Post[] = []): Post => ({
  ts: '1',
  text: 'cut-01: link down',
  key,
  words,
  replies,
});
const reply = (last: number, ...signs: readonly string[]) =>
  post(signs.map((sign) => `<!date^1^{time}|then> :${sign}: told`).join('\n'), `c.steps.${last}@C`);
const card = (sign: string, ...replies: readonly Post[]) =>
  post(`:${sign}: *cut-01* · link\nINC-7K2QF · warning`, 'c', replies);
const moved = (...replies: readonly Post[]) =>
  post(':red_circle: *cut-01*\nIt goes on below, in a newer message.\nINC-7K2QF · warning', 'c', replies);

function complaints(...cards: readonly Post[]): readonly string[] {
  return toldIncidents(cards).flatMap(complaintsOf);
}

describe('the messages of an incident', () => {
  test('are in order when one is alive and each step stands once in their threads', () => {
    const cards = [
      moved(reply(2, 'red_circle', 'large_green_circle')),
      card('large_green_circle', reply(4, 'red_circle', 'large_green_circle')),
    ];
    expect(complaints(...cards)).toEqual([]);
    expect(turnsOf(toldIncidents(cards))).toEqual(['bad', 'well', 'bad', 'well']);
  });

  test.each([
    ['two are alive', [card('red_circle'), card('red_circle')]],
    ['none is', [moved()]],
    ['the older one is', [card('red_circle'), moved()]],
    ['a step is missing', [card('red_circle', reply(1, 'red_circle'), reply(3, 'red_circle'))]],
    ['a step stands twice', [card('red_circle', reply(1, 'red_circle'), reply(1, 'red_circle'))]],
    ['steps are out of order', [card('red_circle', reply(2, 'red_circle'), reply(1, 'red_circle'))]],
  ])('are not when %s', (_name, cards) => {
    expect(complaints(...cards)).not.toEqual([]);
  });
});
