/** `1 Gbps`, `50 Mbps`. */
export function bandwidthText(mbps: number): string {
  return mbps >= 1_000 ? `${Number((mbps / 1_000).toFixed(2))} Gbps` : `${mbps} Mbps`;
}

/** Reads `500`, `500 Mbps`, `1Gbps`, `2.5g`; a number alone is Mbps. Undefined: it is no bandwidth. */
export function parseBandwidth(text: string): number | undefined {
  const [, digits, unit = 'm'] =
    /^(\d{1,7}(?:\.\d{1,3})?)\s*(?:([mg])(?:b|bps|bit|bit\/s|b\/s)?)?$/iu.exec(text.trim()) ?? [];
  if (digits === undefined) return undefined;
  const mbps = Number(digits) * (unit.toLowerCase() === 'g' ? 1_000 : 1);
  return Number.isInteger(mbps) && mbps > 0 ? mbps : undefined;
}

/** Those in which a circuit on a port of one's own comes, in Mbps. Source: expressroute-erdirect-about.md. */
export const directBandwidths: readonly number[] = [1_000, 2_000, 5_000, 10_000, 40_000, 100_000];
