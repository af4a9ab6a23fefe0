import { readVrps } from '../../../src/registry/rpki/read-vrps.ts';
import { createVrpSource } from '../../../src/registry/rpki/vrp-source.ts';

// Reads the list of ROAs that its argument names; says how far the process grew meanwhile, in MB. Needs --expose-gc.

const open = createVrpSource(process.argv[2] ?? '');
globalThis.gc?.();
const before = process.memoryUsage.rss();
let peak = before;

async function* measured(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    peak = Math.max(peak, process.memoryUsage.rss());
    yield chunk;
  }
}

const list = await open(undefined, new AbortController().signal);
if (!list) throw new Error('There is no list');
const { table } = await readVrps(measured(list.chunks));
peak = Math.max(peak, process.memoryUsage.rss());
process.stdout.write(JSON.stringify({ size: table.size, grown: (peak - before) / 1e6 }));
