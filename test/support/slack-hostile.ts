import fc from 'fast-check';

/** Who must never be mentioned: the ids stand in hostile text only. */
export const strangers = { user: 'U0EVIL0001', channel: 'C0EVIL0001' } as const;

/** Text that Azure, or a person, may hand over: it looks like a mention, a link, an entity, or like nothing at all. */
export const hostileTexts: readonly string[] = [
  '<!channel>',
  '<!here|here> look',
  '<!subteam^S0EVIL0001>',
  `<@${strangers.user}>`,
  `<#${strangers.channel}|ops>`,
  '<https://evil.example|lon-01>',
  '&lt;!channel&gt;',
  '&amp;&#60;',
  '<'.repeat(80),
  '&'.repeat(80),
  '*bold* _slanted_ ~struck~ `code` ```block```',
  '>>> quoted\n> twice',
  'line\r\nfeed\ttab\u0000nul\u001b[31m\u0085\u2028\u2029',
  'left\u202eright\u2066isolated\u200b\u200d\ufeff',
  'دائرة لندن שלום',
  '👩‍👩‍👧‍👦👨🏽‍🚒'.repeat(10),
  '𝕬'.repeat(80),
  'half a pair \ud83d and \udc00',
  ':red_circle: down',
  '"quoted" \\back\\slash\\ {"json":true}',
  '__proto__',
  'constructor',
  'toString',
  '',
  ' ',
  '***',
  'x'.repeat(1_000),
];

/** fast-check's own `binary` is all of them in one list, which takes a second to make. */
const anyCharacter = fc.nat(0x10ffff).map((point) => String.fromCodePoint(point));

/** Anything: hostile pieces, any characters, halves of surrogate pairs. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: anyCharacter, maxLength: 40 }),
  fc.string({ maxLength: 400 }),
  fc
    .array(fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ maxLength: 5 })), { maxLength: 5 })
    .map((parts) => parts.join('')),
);
