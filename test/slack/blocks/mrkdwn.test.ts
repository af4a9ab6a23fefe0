import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutMrkdwn, lengthOf } from '../../../src/slack/blocks/cut.ts';
import { clip, md, plain, trusted, unformatted } from '../../../src/slack/blocks/mrkdwn.ts';
import { duration, moment } from '../../../src/slack/blocks/time.ts';
import { anyText } from '../../support/slack-hostile.ts';
import { foreignMarkup } from '../../support/slack-mentions.ts';

const markup = (text: string) => foreignMarkup({ name: '', surface: 'message', text, blocks: [] });

describe('text from outside', () => {
  test.each([
    ['<!channel>', '&lt;!channel&gt;'],
    ['&lt;', '&amp;lt;'],
    ['*b* ~s~ `c` _i_', 'b s c _i_'],
    ['a\u0000\r\n\tb\u202ec', 'a b c'],
    ['\ud83d!', '\ufffd!'],
    ['👩‍🚒', '👩 🚒'],
    ['x'.repeat(301), `${'x'.repeat(299)}…`],
  ])('%j is shown as %j', (text, mrkdwn) => {
    expect(md`${text}`.mrkdwn).toBe(mrkdwn);
  });

  test('never becomes markup, wherever it stands', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        expect(markup(md`*${one}* at ${moment(0)} <@U0OMAR0001> ${other}`.mrkdwn)).toEqual([]);
      }),
    );
  });

  test('is one line, well formed and trimmed as plain text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = plain(text);
        expect(shown).not.toMatch(/[\n\r\t\u202a-\u202e\u2066-\u2069]/u);
        expect(shown.isWellFormed()).toBe(true);
        expect(shown).toBe(shown.trim());
        expect(plain(shown)).toBe(shown);
      }),
    );
  });
});

/** Lines as our messages have them: text from outside in bold, moments, mentions. */
const lines = fc
  .array(fc.tuple(anyText, fc.integer({ min: 0, max: 4_000_000_000_000 })), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.map(([text, at]) => md`*${text}* ${moment(at)} <@U0OMAR0001>`.mrkdwn).join('\n'));

describe('what is cut', () => {
  test('is no longer than the limit and tears no token, entity or character', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 80, max: 3_000 }), (text, limit) => {
        const cut = cutMrkdwn(text, limit);
        expect(lengthOf(cut)).toBeLessThanOrEqual(limit);
        expect(markup(cut)).toEqual([]);
        expect(cut.isWellFormed()).toBe(true);
        expect((cut.match(/\*/gu) ?? []).length % 2).toBe(0);
        if (lengthOf(text) <= limit) expect(cut).toBe(text);
      }),
    );
  });

  test('keeps whole lines where it can, and says that more was there', () => {
    expect(cutMrkdwn(`one\ntwo\n${'x'.repeat(100)}`, 20)).toBe('one\ntwo\n…');
    expect(cutMrkdwn(`*${'x'.repeat(100)}*\ntwo`, 12)).toBe('*xxxxxxxxx…*');
  });

  test('as plain text keeps characters whole', () => {
    expect(clip('𝕬𝕬𝕬', 2)).toBe('𝕬…');
    expect(clip('𝕬𝕬', 2)).toBe('𝕬𝕬');
  });
});

test('notifications have no formatting, and stay escaped', () => {
  expect(unformatted(md`*${'<!channel>'}* is \`gone\` ${trusted('*now*')}`)).toBe(
    '&lt;!channel&gt; is gone now',
  );
});

test.each([
  [-5, '0 s'],
  [0, '0 s'],
  [59_499, '59 s'],
  [60_000, '1 min'],
  [3_599_000, '59 min'],
  [3_600_000, '1 h'],
  [7_500_000, '2 h 5 min'],
  [86_400_000, '1 d'],
  [90_000_000, '1 d 1 h'],
])('%i ms are told as %s', (ms, told) => {
  expect(duration(ms)).toBe(told);
});
