import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIrrdTalk } from '../../../src/registry/irr/irrd-talk.ts';
import { createRipeTalk } from '../../../src/registry/irr/ripe-talk.ts';
import type { Settle, Talk } from '../../../src/registry/irr/talk.ts';
import { SourceFault } from '../../../src/registry/source-fault.ts';
import { framed, networkOf, routeText } from '../support/whois.ts';

const networks = ['203.0.113.0/24', '198.51.100.0/26', '2001:db8:100::/40'].map(networkOf);

/** Both styles, given a place for what is settled. */
const styles: readonly (readonly [string, (settle: Settle) => Talk])[] = [
  ['IRRd', (settle) => createIrrdTalk(networks, settle)],
  [
    'RIPE',
    (settle) => {
      const [first, ...rest] = networks.map((network, index) => ({ network, index }));
      return createRipeTalk(first ?? { network: networkOf('::/0'), index: 0 }, () => rest.shift(), settle);
    },
  ],
];

/** What was settled after those chunks, and how it ended. */
function hear(start: (settle: Settle) => Talk, chunks: readonly Uint8Array[]) {
  const settled: unknown[] = [];
  const talk = start((index, outcome) => settled.push([index, outcome]));
  try {
    for (const chunk of chunks) if (talk.hear(chunk) === undefined) return { settled, end: 'finished' };
    return { settled, end: 'waiting' };
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    return { settled, end: `${error.kind}: ${error.message}` };
  }
}

/** Bytes cut into chunks at those places. */
function cut(bytes: Buffer, places: readonly number[]): readonly Uint8Array[] {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

const object = fc.tuple(
  fc.constantFrom('203.0.113.0/24', '203.0.0.0/16', '198.51.100.0/24', '2001:db8::/32'),
  fc.constantFrom('AS64496', 'as64511', 'AS-ODD'),
  fc.constantFrom('RADB', 'ripe # Filtered', 'RPKI'),
);
const objects = fc
  .array(object, { minLength: 1, maxLength: 3 })
  .map((all) => all.map((one) => routeText(...one)).join('\n\n'));
const broken = fc.constantFrom(
  'A5\nroute: x\n',
  'A999999999\n',
  'E\n',
  'C',
  '%%',
  '\0',
  'ü'.repeat(9_000),
  '',
);
const answers = {
  IRRd: fc.oneof(objects.map(framed), fc.constantFrom('C\n', 'D\n', 'F No such thing\n')),
  RIPE: fc.oneof(
    objects.map((text) => `% Information\n\n${text}\n\n\n`),
    fc.constantFrom(
      '%  No entries found for the selected source(s).\n\n\n',
      '%ERROR:101: no entries found\n%\n% No entries found in source RIPE.\n\n\n\n',
      '%ERROR:108: bad character in input\n\n\n',
      '%ERROR:201: access denied for 192.0.2.1\n\n\n',
      '% This is the RIPE Database query service.\n\n\n',
    ),
  ),
};

/** RIPE's answers come one by one, each to its question; IRRd's as they like. */
function deliveries(name: string, answered: readonly string[]): readonly Buffer[] {
  return name === 'RIPE' ? answered.map((text) => Buffer.from(text)) : [Buffer.from(answered.join(''))];
}

describe.each(styles)('answers in %s’s style', (name, start) => {
  const anyAnswers = name === 'IRRd' ? answers.IRRd : answers.RIPE;

  it('mean the same in whatever pieces they come', () => {
    fc.assert(
      fc.property(
        fc.array(anyAnswers, { maxLength: 9 }),
        broken,
        fc.array(fc.nat()),
        (whole, rest, places) => {
          const sent = deliveries(name, [...whole, rest]);
          const pieces = sent.flatMap((bytes) => cut(bytes, places));
          expect(hear(start, pieces)).toEqual(hear(start, sent));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('mean the same byte by byte', () => {
    fc.assert(
      fc.property(fc.array(anyAnswers, { minLength: 7, maxLength: 7 }), (whole) => {
        const sent = deliveries(name, whole);
        const pieces = sent.flatMap((bytes) => [...bytes].map((byte) => Buffer.of(byte)));
        expect(hear(start, pieces)).toEqual(hear(start, sent));
      }),
      { numRuns: 30 },
    );
  });

  it('that are garbage are waited for or refused, and throw nothing else', () => {
    const anyBytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: fc.constantFrom('A', '1', '9', 'C', 'D', 'F', '%', '\n', ' ', 'x'), maxLength: 60 }),
    );
    fc.assert(
      fc.property(fc.array(anyBytes, { maxLength: 5 }), (chunks) => {
        hear(
          start,
          chunks.map((chunk) => Buffer.from(chunk)),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('IRRd’s pipeline', () => {
  it('keeps no more than 64 questions ahead of their answers', () => {
    const many = Array.from({ length: 5_000 }, (_, index) =>
      networkOf(`10.${index >> 8}.${index & 255}.0/24`),
    );
    const talk = createIrrdTalk(many, () => undefined);
    const questionsIn = (text: string | undefined) =>
      text?.split('\n').filter((line) => /^![rn]/u.test(line)).length;
    expect(questionsIn(talk.opening)).toBe(64);
    expect(talk.hear(Buffer.from('C'))).toBe('');
    expect(questionsIn(talk.hear(Buffer.from('\nD\nD\n')))).toBe(3);
  });
});
