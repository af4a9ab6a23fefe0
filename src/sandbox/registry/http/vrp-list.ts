import { prefixText } from '../world/prefix.ts';
import type { Vrp } from '../world/records.ts';

/** A validator makes its list anew so often. */
const rebuiltMs = 10 * 60_000;
const validMs = 24 * 3_600_000;

/** When the list that is shown at `now` was made. */
export const builtAt = (now: number): number => now - (now % rebuiltMs);

/** As rpki-client writes it; times in seconds. */
export function rpkiClientList(vrps: readonly Vrp[], now: number) {
  const built = builtAt(now);
  return {
    metadata: {
      buildmachine: 'sandbox',
      buildtime: new Date(built).toISOString().replace('.000Z', 'Z'),
      elapsedtime: 1,
      roas: vrps.length,
      failedroas: 0,
      invalidroas: 0,
      vrps: vrps.length,
      uniquevrps: vrps.length,
    },
    roas: vrps.map(({ prefix, asn, maxLength, ta }) => ({
      asn,
      prefix: prefixText(prefix),
      maxLength,
      ta,
      expires: Math.floor((built + validMs) / 1_000),
    })),
  };
}

/** As Routinator writes it: AS numbers are texts, and nothing expires. */
export function routinatorList(vrps: readonly Vrp[], now: number) {
  const built = builtAt(now);
  return {
    metadata: {
      generated: Math.floor(built / 1_000),
      generatedTime: new Date(built).toISOString().replace('.000Z', 'Z'),
    },
    roas: vrps.map(({ prefix, asn, maxLength, ta }) => ({
      asn: `AS${asn}`,
      prefix: prefixText(prefix),
      maxLength,
      ta,
    })),
  };
}
