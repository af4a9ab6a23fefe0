import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMrkdwn } from '../../../src/sandbox/page/client/text/parse-mrkdwn.ts';
import type { Inline, TextBlock } from '../../../src/sandbox/page/client/text/text-tree.ts';

const text = (words: string): Inline => ({ kind: 'text', text: words });

/** The inlines of a text that is one paragraph. */
function inlinesOf(source: string): readonly Inline[] {
  const [block, ...others] = parseMrkdwn(source);
  if (block?.kind !== 'paragraph' || others.length > 0) throw new Error(`${source} is not one paragraph`);
  return block.children;
}

describe('mrkdwn in a line', () => {
  it.each<[string, readonly Inline[]]>([
    ['plain words', [text('plain words')]],
    ['*bold*', [{ kind: 'bold', children: [text('bold')] }]],
    [
      '_italic_ and ~gone~',
      [
        { kind: 'italic', children: [text('italic')] },
        text(' and '),
        { kind: 'strike', children: [text('gone')] },
      ],
    ],
    [
      '*bold _and italic_*',
      [{ kind: 'bold', children: [text('bold '), { kind: 'italic', children: [text('and italic')] }] }],
    ],
    ['`code *as it is*`', [{ kind: 'code', text: 'code *as it is*' }]],
    ['`<https://example.test|example>`', [{ kind: 'code', text: 'example' }]],
    ['one\ntwo', [text('one'), { kind: 'break' }, text('two')]],
    [':red_circle: down', [{ kind: 'emoji', name: 'red_circle' }, text(' down')]],
    ['<@U0OMAR0001> look', [{ kind: 'user', id: 'U0OMAR0001' }, text(' look')]],
    ['<#C0NETOPS001|network-ops>', [{ kind: 'channel', id: 'C0NETOPS001', label: 'network-ops' }]],
    ['<!here>', [{ kind: 'broadcast', range: 'here' }]],
    ['<!subteam^S0VIEWERS1|@viewers>', [{ kind: 'group', id: 'S0VIEWERS1', label: '@viewers' }]],
    [
      '<https://example.test/?a=1&amp;b=2|A &amp; B>',
      [{ kind: 'link', url: 'https://example.test/?a=1&b=2', children: [text('A & B')] }],
    ],
    [
      '<mailto:noc@example.test>',
      [{ kind: 'link', url: 'mailto:noc@example.test', children: [text('noc@example.test')] }],
    ],
    [
      '<!date^1700000000^{date_short} at {time}|then>',
      [{ kind: 'date', at: 1_700_000_000_000, format: '{date_short} at {time}', fallback: 'then' }],
    ],
  ])('reads %j', (source, expected) => {
    expect(inlinesOf(source)).toEqual(expected);
  });

  it.each([
    ['snake_case_name', 'snake_case_name'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['a*b*c', 'a*b*c'],
    ['*not closed', '*not closed'],
    ['** **', '** **'],
    ['10:30:00 is no emoji', '10:30:00 is no emoji'],
    [':no_such_sign:', ':no_such_sign:'],
    ['&lt;!channel&gt; pings nobody', '<!channel> pings nobody'],
    ['&amp;lt; is escaped once', '&lt; is escaped once'],
    ['<javascript:alert(1)|click>', '<javascript:alert(1)|click>'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('leaves %j as text', (source, expected) => {
    expect(inlinesOf(source)).toEqual([text(expected)]);
  });

  it('lets a mark span a mention that holds the mark itself', () => {
    expect(inlinesOf('*<https://example.test/a*b|a*b> is down*')).toEqual([
      {
        kind: 'bold',
        children: [
          { kind: 'link', url: 'https://example.test/a*b', children: [text('a*b')] },
          text(' is down'),
        ],
      },
    ]);
  });
});

describe('mrkdwn in lines', () => {
  it('keeps fenced code as it is', () => {
    expect(parseMrkdwn('before\n```\n*a*\n  b &lt; c\n```\nafter').map(({ kind }) => kind)).toEqual([
      'paragraph',
      'code-block',
      'paragraph',
    ]);
    expect(parseMrkdwn('```\n*a*\n  b &lt; c\n```')).toEqual([{ kind: 'code-block', text: '*a*\n  b < c' }]);
  });

  it('reads quotes, escaped or not', () => {
    const quote = (words: string): TextBlock => ({
      kind: 'quote',
      blocks: [{ kind: 'paragraph', children: [text(words)] }],
    });
    expect(parseMrkdwn('> said')).toEqual([quote('said')]);
    expect(parseMrkdwn('&gt; said')).toEqual([quote('said')]);
  });

  it('lets lines with a bullet or a number stand as a list', () => {
    expect(parseMrkdwn('• one\n  • two')).toEqual([
      {
        kind: 'list',
        ordered: false,
        start: 1,
        items: [
          { indent: 0, children: [text('one')] },
          { indent: 1, children: [text('two')] },
        ],
      },
    ]);
    expect(parseMrkdwn('3. three\n4. four')).toMatchObject([{ kind: 'list', ordered: true, start: 3 }]);
  });

  it('parts paragraphs at an empty line', () => {
    expect(parseMrkdwn('one\n\ntwo')).toHaveLength(2);
  });
});

describe('mrkdwn from anywhere', () => {
  const noise = fc
    .array(
      fc.constantFrom('*', '_', '~', '`', '<', '>', '|', ':', '!', '@U1', '\n', ' ', '• ', '&lt;', 'word'),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

  it('is always read, and shows no link that could run a script', () => {
    fc.assert(
      fc.property(noise, (source) => {
        expect(JSON.stringify(parseMrkdwn(source))).not.toContain('javascript:');
      }),
    );
  });

  it('loses no letter of words without marks', () => {
    fc.assert(
      fc.property(
        fc
          .stringMatching(/^[a-z0-9.,;()/ -]{1,60}$/)
          .filter((words) => words.trim() === words && !/^(-|\d+[.)])/.test(words)),
        (words) => {
          expect(inlinesOf(words)).toEqual([text(words)]);
        },
      ),
    );
  });
});
