import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/azure/support/plain-text.ts';

describe('the words of a message', () => {
  test.each([
    [
      'as Azure wraps ours',
      '<pre>Hello,\n  two lines &amp; &lt;one&gt; tag</pre>',
      'Hello,\n  two lines & <one> tag',
    ],
    ['written as they are', 'Hello,\r\n\r\nAS 64510 < AS 64511\r\n', 'Hello,\n\nAS 64510 < AS 64511'],
    [
      'with addresses in angle brackets',
      'Write to <ana@contoso.example> about <203.0.113.0/24> and <your name>',
      'Write to <ana@contoso.example> about <203.0.113.0/24> and <your name>',
    ],
    [
      'of a mail program',
      '<html><head><style>p { color: red }</style></head><body>\n<p class="x">Dear\n customer,</p>\n<p>please send:</p><ul><li>the LoA</li><li>the contract</li></ul>Regards<br/>Ben</body></html>',
      'Dear customer,\n\nplease send:\n\n• the LoA\n• the contract\nRegards\nBen',
    ],
    ['in a table', '<table><tr><td>Prefix</td><td>State</td></tr></table>', 'Prefix State'],
    ['with what is not shown', 'a<!-- <b>secret</b> -->b<script>alert(1)</script>c', 'abc'],
    ['with a comment that does not end', 'see <!-- below', 'see <!-- below'],
    ['with Outlook’s own tags', '<p>Hi<o:p></o:p></p>', 'Hi'],
    [
      'with a letter inside a wrapper',
      '<pre>one\n  two</pre><div>three   four</div>',
      'one\n  two\n\nthree four',
    ],
    [
      'with characters by number',
      'caf&#233; &#x2713; &euro;5&nbsp;&hellip; &unknown; &#0; &#55296;',
      'café ✓ €5 … &unknown; &#0; &#55296;',
    ],
    ['decoded once', '&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['of nothing', ' \n ', ''],
  ])('%s', (_, message, words) => {
    expect(plainText(message)).toBe(words);
  });

  test('that hold nothing of HTML come through, but for spaces at the ends of lines', () => {
    const plain = fc
      .string({ unit: fc.constantFrom('a', 'é', '7', '.', ' ', '<', '>', ';') })
      .map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(plain.filter(Boolean)), (lines) => {
        fc.pre(!/<\/?[a-z]/u.test(lines.join('')));
        expect(plainText(lines.join('\n'))).toBe(lines.join('\n'));
      }),
    );
  });

  test('have no more than one empty line, and no space around them', () => {
    const part = fc.constantFrom(
      '<pre>',
      '</pre>',
      '<p',
      '<',
      '>',
      '<!--',
      '-->',
      '<style>',
      ' ',
      '\n',
      '&',
      '&#',
      ';',
      'x',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        expect(plainText(parts.join(''))).not.toMatch(/^\s|\s$|\n{3}|[^\S\n]\n/u);
      }),
    );
  });

  // Where each piece was looked at again for each other one, these would take minutes.
  test.each(['<', '<p ', '<!--', '<style>', ' ', '<pre>', '&#', '\n '])(
    'are got out of a flood of %j',
    (piece) => {
      expect(plainText(piece.repeat(200_000 / piece.length))).toBeTypeOf('string');
    },
  );
});
