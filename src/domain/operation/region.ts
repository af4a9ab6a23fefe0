import { answer, type Result, refuse } from '../result.ts';

export type RegionRefusal = { readonly code: 'region-malformed'; readonly region: string };

/** Reads `uksouth`, and `UK South` as the portal writes it. Whether there is such a region, Azure tells. */
export function parseRegion(text: string): Result<string, RegionRefusal> {
  const region = text.toLowerCase().replaceAll(' ', '');
  return /^[a-z0-9]{2,40}$/u.test(region)
    ? answer(region)
    : refuse({ code: 'region-malformed', region: text });
}
