import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { changeReply } from '../../../src/slack/blocks/notice/change.ts';
import { aKnownCircuit, aMicrosoftPeering } from '../../support/a-circuit.ts';
import { present } from '../../support/eventually.ts';
import { wordsOf } from '../../support/reading.ts';
import { plainCast } from '../../support/slack-cast.ts';
import { everythingShown } from '../../support/slack-catalog.ts';
import { aChangeOf } from '../../support/slack-circuits.ts';
import { changesOf } from '../../support/slack-notices.ts';
import type { Shown } from '../../support/slack-shown.ts';

const Json = z.record(z.string(), z.unknown());
const shown = await everythingShown(plainCast);
const tokens = /<[^>]*>/gu;

const textOf = (blocks: readonly unknown[]) => wordsOf({ blocks: Json.array().parse(blocks) });

/** All that is read of a message, without our own tokens. */
const words = ({ text, blocks }: Shown) => `${text}\n${textOf(blocks)}`.replace(tokens, 'then');

const slips = {
  'an exclamation mark': /!/u,
  'a value that is none': /undefined|null|NaN|\[object/u,
  'one of several': /\b1 (?:circuits|changes|subscriptions|older changes|more circuits|characters)\b/u,
  'several of one': /\b(?!1\b)\d+ (?:circuit|change|subscription|older change)\b(?! (?:is|has)\b)/u,
  'two blanks': /\S {2,}\S/u,
  'a blank before a stop': / [.,;](?:\s|$)/u,
  'two stops': /[.,;]{2}(?!\.)/u,
  'an empty mark': /\*\*|(?<!`)``(?!`)|\(\)/u,
} as const;

describe('nothing that is said has', () => {
  test.each(Object.entries(slips))('%s', (_name, slip) => {
    const found = shown.flatMap((one) => {
      const line = words(one)
        .split('\n')
        .find((text) => slip.test(text));
      return line === undefined ? [] : [`${one.name}: ${line}`];
    });
    expect([...new Set(found)]).toEqual([]);
  });
});

describe('an alert', () => {
  const alerts = changesOf(plainCast).map((change) => changeReply(change));

  test('begins with a sign and where it happened', () => {
    for (const { blocks } of alerts) {
      expect(textOf(blocks)).toMatch(/^:[a-z0-9_]+: \*lon-01\* · \S/u);
    }
  });

  test('fits a phone: a short first line, and no more than a few sentences', () => {
    for (const { text, blocks } of alerts) {
      const [first = '', ...rest] = textOf(blocks.slice(0, 1)).split('\n');
      expect(first.length, first).toBeLessThanOrEqual(140);
      expect(rest.join('\n').length, rest.join('\n')).toBeLessThanOrEqual(420);
      expect(text.length).toBeLessThanOrEqual(140);
    }
  });

  test('shows a value that nobody knows as it came, and claims nothing of it', () => {
    const known = aKnownCircuit();
    const after = { unrecognised: 'Hibernating' };
    for (const difference of [
      { kind: 'status', before: 'Enabled', after },
      { kind: 'peering-state', peering: 'MicrosoftPeering', before: 'Enabled', after },
      { kind: 'provider-state', before: 'Provisioned', after },
    ] as const) {
      const { blocks } = changeReply(aChangeOf(known, difference, { situation: 'unrecognised' }));
      const told = textOf(blocks);
      expect(told).toContain(
        '*Hibernating*\nTrunkline does not know this state and shows it as Azure says it.',
      );
      expect(told).toMatch(/^:large_yellow_circle:/u);
    }
  });

  test.each([
    [200, 500, 'ready', 'The provider must raise it too'],
    [200, 500, 'direct', 'It cannot be lowered again.'],
    [500, 200, 'ready', 'Azure lowers no bandwidth in place'],
    [500, 0, 'ready', 'Azure does not tell it any more.'],
  ] as const)(
    'says what a bandwidth of %i → %i Mbps means when %s: %s',
    (beforeMbps, afterMbps, situation, meaning) => {
      const change = aChangeOf(aKnownCircuit(), { kind: 'bandwidth', beforeMbps, afterMbps }, { situation });
      const { blocks } = changeReply(change);
      expect(textOf(blocks)).toContain(meaning);
    },
  );
});

test('a card names prefixes with trouble before the others, so that none is left out unseen', async () => {
  const each = Array.from({ length: 40 }, (_, index) => ({
    prefix: `203.0.${index}.0/24`,
    state: index === 39 ? ('ValidationFailed' as const) : ('Configured' as const),
  }));
  const peering = aMicrosoftPeering();
  const ipv4 = { publicPrefixes: { advertised: [], state: 'ValidationNeeded' as const, each } };
  const known = aKnownCircuit({ peerings: [{ ...peering, ipv4 }] });
  const cards = (await everythingShown({ known, text: 'London' })).filter(({ name }) =>
    name.includes('card'),
  );
  expect(words(present(cards[0], 'a card'))).toMatch(
    /203\.0\.39\.0\/24: :warning: ValidationFailed[^•]*• 203\.0\.0\.0/u,
  );
});
