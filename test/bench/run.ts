import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { dirname } from 'node:path';
import { benchAck } from './ack/ack-bench.ts';
import type { Findings } from './measure/figure.ts';
import { renderTable } from './measure/table.ts';
import { parseOptions, type SuiteName } from './options.ts';
import { benchPoll } from './poll/poll-bench.ts';
import { benchSessions } from './sessions/sessions-bench.ts';
import { benchStart } from './start/start-bench.ts';
import { benchTell } from './tell/tell-bench.ts';

// `npm run bench [-- --only poll|ack|start|tell|sessions] [--quick] [--out file]`: how fast the bot is, as ratios within one run.

const suites: Readonly<Record<SuiteName, (quick: boolean) => Promise<Findings>>> = {
  poll: benchPoll,
  ack: benchAck,
  start: benchStart,
  tell: benchTell,
  sessions: benchSessions,
};

const { out, only, quick } = parseOptions(process.argv.slice(2));
const machine = {
  cores: availableParallelism(),
  cpu: cpus()[0]?.model ?? 'unknown',
  node: process.version,
};
process.stdout.write(`node ${machine.node} on ${machine.cores} cores (${machine.cpu})\n\n`);

const figures: Findings['figures'][number][] = [];
const facts: Findings['facts'][number][] = [];
for (const [name, bench] of Object.entries(suites)) {
  if (only !== undefined && name !== only) continue;
  const found = await bench(quick);
  figures.push(...found.figures);
  facts.push(...found.facts);
}
process.stdout.write(renderTable({ figures, facts }));
await mkdir(dirname(out), { recursive: true });
await writeFile(out, `${JSON.stringify({ machine, quick, figures, facts }, null, 2)}\n`);
