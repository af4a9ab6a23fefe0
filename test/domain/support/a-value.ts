import fc from 'fast-check';

const piece = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom('Equinix UK', 'a"b', 'a\\', '\\"', 'env=prod', 'a:b', ':', 'x  y', ' x', 'https://x/?a=b'),
);

/** A value that a word of a command line can hold: no control characters, no typographic quotes. */
export const aValue = piece.filter(
  (text) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u201c\u201d\u201e\u00ab\u00bb]/u.test(text),
);
