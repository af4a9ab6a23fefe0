import { describe, expect, test } from 'vitest';
import { listPrefixes } from '../../../src/usecases/validation/read-prefixes.ts';
import { viewValidationId } from '../../../src/usecases/validation/view-validation-id.ts';
import { omar, vera } from '../../support/beginning-deps.ts';
import { anAdvertised, aSigning, prefix, validationId } from './support/a-signing.ts';

describe('a validation ID', () => {
  test('is shown after the view was written down', async () => {
    const signing = await aSigning();
    const seen = await viewValidationId(signing, omar, signing.known, prefix);
    expect(seen).toMatchObject({ ok: true, value: { prefix, validationId } });
    expect(signing.log).toEqual(['read the prefixes', 'view-key']);
  });

  test('is not shown when that cannot be written down', async () => {
    const signing = await aSigning();
    signing.fillDisk();
    await expect(viewValidationId(signing, omar, signing.known, prefix)).rejects.toMatchObject({
      name: 'StoreFault',
    });
  });

  test('is not even asked for by somebody who may not', async () => {
    const signing = await aSigning();
    expect(await viewValidationId(signing, vera, signing.known, prefix)).toMatchObject({ ok: false });
    expect(signing.log).toEqual(['refuse']);
  });

  test.each([
    ['validation-id-missing', prefix, [{ family: 'ipv4', prefix } as const]],
    ['prefix-not-advertised', 'anything', [anAdvertised()]],
    ['no-microsoft-peering', prefix, undefined],
  ])('that there is not is refused as %s, and nobody has seen anything', async (code, asked, prefixes) => {
    const signing = await aSigning({ prefixes });
    expect(await viewValidationId(signing, omar, signing.known, asked)).toMatchObject({ refusal: { code } });
    expect(signing.log).toEqual(['read the prefixes']);
  });

  test('is in no list', async () => {
    const signing = await aSigning({ prefixes: [anAdvertised({ signature: 'c2ln' })] });
    const listed = await listPrefixes(signing, omar, signing.known);
    expect(listed).toEqual({ ok: true, value: [{ family: 'ipv4', prefix, state: 'ValidationNeeded' }] });
    expect(signing.log).toEqual(['read the prefixes']);
  });
});
