import { parseArgs } from 'node:util';
import { intoPage } from './into-page.ts';
import { openDay } from './open-day.ts';
import { playDay } from './play-day.ts';
import { renderDay } from './report.ts';

// `npm run day [-- --circuits 1000 --minutes 1440 --seed 7 --write]`: a day of many circuits in minutes; --write puts the
// tables into docs/operations.md.

const { values } = parseArgs({
  options: {
    circuits: { type: 'string', default: '1000' },
    minutes: { type: 'string', default: '1440' },
    seed: { type: 'string', default: '7' },
    write: { type: 'boolean', default: false },
  },
});

const day = await openDay({ circuits: Number(values.circuits) });
const begunAt = performance.now();
try {
  const sight = await playDay(day, {
    seed: Number(values.seed),
    minutes: Number(values.minutes),
    tell: (hour) => process.stderr.write(`${hour}:00\n`),
  });
  const text = renderDay(day, sight, (performance.now() - begunAt) / 1_000);
  process.stdout.write(`${text}\n`);
  if (values.write) await intoPage(new URL('../../docs/operations.md', import.meta.url), text);
  if (day.complaints.length > 0) {
    process.stderr.write(`the bot complained:\n${day.complaints.join('')}`);
    process.exitCode = 1;
  }
} finally {
  await day.stop();
}
