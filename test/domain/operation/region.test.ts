import { expect, test } from 'vitest';
import { parseRegion } from '../../../src/domain/operation/region.ts';

test.each([
  ['uksouth', 'uksouth'],
  ['UK South', 'uksouth'],
  ['West Europe', 'westeurope'],
  ['eastus2', 'eastus2'],
])('%j is the region %s', (text, region) => {
  expect(parseRegion(text)).toEqual({ ok: true, value: region });
});

test.each(['', ' ', 'uk-south', 'uk/south', 'x'.repeat(41), 'юг', 'uk\nsouth'])('%j is no region', (text) => {
  expect(parseRegion(text)).toEqual({ ok: false, refusal: { code: 'region-malformed', region: text } });
});
