import { expect, test } from 'vitest';
import { formatSize } from '../../../src/sandbox/page/client/text/format-size.ts';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [1_023, '1023 bytes'],
  [1_024, '1 KB'],
  [12_700, '12 KB'],
  [1_048_063, '1023 KB'],
  [1_048_064, '1.0 MB'],
  [10_485_760, '10.0 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(formatSize(bytes)).toBe(words);
});
