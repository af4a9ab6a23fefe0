import { createBareReader } from './bare-reader.ts';
import { createPoller } from './poller.ts';

// A process of its own, with --expose-gc: reads the estate a few times and says what it holds afterwards, in MB.

const [side, armUrl = '', ...subscriptionIds] = process.argv.slice(2);
const cycles = 5;

// Both sides hold what they read last, as somebody who wants to compare it must.
let held: unknown;
if (side === 'subject') {
  const poller = await createPoller(armUrl, subscriptionIds);
  for (let cycle = 0; cycle < cycles; cycle++) held = await poller.poll();
  say();
  await poller.stop();
} else {
  const bare = createBareReader(armUrl, subscriptionIds);
  for (let cycle = 0; cycle < cycles; cycle++) held = await bare.readAll();
  say();
  bare.stop();
}

function say(): void {
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  const inMb = (bytes: number) => (bytes / 1_048_576).toFixed(1);
  process.stdout.write(`held ${inMb(heapUsed + external)} rss ${inMb(rss)} ${held ? '' : 'nothing'}\n`);
}
