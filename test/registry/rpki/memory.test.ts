import { execFile } from 'node:child_process';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { startHttp } from '../support/http-server.ts';

const entries = 500_000;
const hex = (number: number) => (number & 0xffff).toString(16);

function entry(index: number): string {
  const isIpv6 = index % 5 === 0;
  const prefix = isIpv6
    ? `2${hex(index >> 8)
        .padStart(3, '0')
        .slice(-3)}:${hex(index)}:${hex(index >> 4)}::/48`
    : `${1 + (index % 220)}.${(index >> 8) & 255}.${index & 255}.0/24`;
  return `{ "asn": ${1_000 + index}, "prefix": "${prefix}", "maxLength": ${isIpv6 ? 48 : 24}, "ta": "ripe", "expires": 1795000000 }`;
}

function* listText(): Generator<string> {
  yield '{"metadata": {"buildtime": "2026-11-23T09:00:00Z"}, "roas": [';
  for (let at = 0; at < entries; at += 5_000) {
    const lines = Array.from({ length: 5_000 }, (_, index) => entry(at + index));
    yield `${at === 0 ? '' : ',\n'}${lines.join(',\n')}`;
  }
  yield ']}';
}

const Grown = z.object({ size: z.number(), grown: z.number() });

/** What a process of its own read, and by how many MB it grew. */
async function growthOf(location: string) {
  const child = fileURLToPath(new URL('../support/child-vrps.ts', import.meta.url));
  const flags = ['--expose-gc', '--disable-warning=ExperimentalWarning'];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, child, location]);
  return Grown.parse(JSON.parse(stdout));
}

it('500,000 ROAs are read and held in less than 100 MB', async () => {
  await using server = await startHttp((_, response) => void Readable.from(listText()).pipe(response));
  const { size, grown } = await growthOf(server.url);
  expect(size).toBe(entries);
  expect(grown).toBeLessThan(100);
});
