export type Roa = {
  readonly asn: number | string;
  readonly prefix: string;
  readonly maxLength?: number;
  readonly ta?: string;
  readonly expires?: number;
};

export const aRoa = (overrides: Partial<Roa> = {}): Roa => ({
  asn: 64_496,
  prefix: '203.0.113.0/24',
  maxLength: 24,
  ta: 'ripe',
  ...overrides,
});

/** A list as rpki-client writes it. */
export function listText(
  roas: readonly unknown[],
  metadata: object = { buildtime: '2026-11-23T09:00:00Z' },
): string {
  return JSON.stringify({ metadata, roas });
}

export async function* chunksOf(text: string, size = 65_536): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
