import { availableParallelism, cpus } from 'node:os';
import { quantile } from '../bench/measure/samples.ts';
import { emptyTally } from './channel-tally.ts';
import { listeners } from './listeners.ts';
import type { Day } from './open-day.ts';
import type { DaySight, Sample } from './play-day.ts';
import { azureCalls } from './watch-wire.ts';

/** What the day was like, as Markdown. */
export function renderDay(day: Day, sight: DaySight, seconds: number): string {
  const polls = sight.pollMs.length;
  return [
    machineLine(polls, seconds),
    ...table(
      ['channel', 'new messages', 'of them digests', 'edits', 'replies in threads', 'incidents told'],
      listeners.map((listener) => channelRow(day, listener)),
    ),
    ...table(['calls of Azure', 'a poll', 'the day'], callRows(day, polls)),
    ...table(['the bot', 'at the start', 'most', 'at the end'], memoryRows(sight.samples)),
    '',
    pollLine(sight),
  ].join('\n');
}

function machineLine(polls: number, seconds: number): string {
  const cpu = cpus()[0]?.model ?? 'unknown';
  const minutes = Math.round(seconds / 60);
  return `${polls.toLocaleString('en')} polls, played in ${minutes} min on ${availableParallelism()} cores (${cpu}, Node.js ${process.versions.node}):`;
}

function channelRow(
  { tallies, channels }: Day,
  { name, called }: (typeof listeners)[number],
): readonly string[] {
  const { posts, digests, edits, replies, incidents } = tallies.get(channels[name]) ?? emptyTally();
  return [called, ...[posts, digests, edits, replies, incidents.size].map(whole)];
}

function callRows({ wire }: Day, polls: number): readonly (readonly string[])[] {
  return azureCalls.map((kind) => [
    callWords[kind],
    (wire.azure[kind] / polls).toFixed(1),
    whole(wire.azure[kind]),
  ]);
}

const callWords: Readonly<Record<(typeof azureCalls)[number], string>> = {
  list: 'LIST of circuits, a page each',
  metrics: 'metrics batches (no ARM budget)',
  edge: 'route tables and ARP: a POST and a GET each',
  graph: 'Resource Graph, for connections',
  other: 'Service Health and others',
};

function memoryRows(samples: readonly Sample[]): readonly (readonly string[])[] {
  const row = (what: string, of: (sample: Sample) => number) => {
    const values = samples.map(of);
    const ends = [values[0] ?? 0, Math.max(...values), values.at(-1) ?? 0];
    return [what, ...ends.map((bytes) => `${(bytes / 1_048_576).toFixed(1)} MB`)];
  };
  return [
    row('resident memory', ({ rss }) => rss),
    row('heap in use', ({ heap }) => heap),
    row('file of the store', ({ file }) => file),
  ];
}

function pollLine({ pollMs }: DaySight): string {
  const [p50, p95] = [0.5, 0.95].map((share) => whole(quantile(pollMs, share)));
  return `A poll with all that it brings about took ${p50} ms (p50), ${p95} ms (p95) of real time.`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return ['', line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}
