import { parseBandwidth } from '../../domain/operation/bandwidth.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import type { Word } from '../../domain/text/words.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { ResizeFormRefusal } from '../blocks/refusal-resize.ts';
import { startResize, type Wanted } from '../writes/resize.ts';
import type { Command } from './command.ts';
import { onCircuit } from './with-circuit.ts';

export const resizeCommand: Command = {
  name: 'resize',
  usage: '<circuit> [bandwidth] [premium|standard] [unlimited]',
  gist: 'bandwidth, SKU, billing model',
  summary:
    'More bandwidth, Standard to Premium and back, Metered to Unlimited. Without more words, a form asks.',
  details: [
    'A bandwidth is written as 500, 500Mbps or 1Gbps. It can be raised and never lowered.',
    'A review shows what would change, and what it costs or risks, before anything does.',
  ],
  examples: ['resize lon-01', 'resize lon-01 1Gbps', 'resize lon-01 2 Gbps premium unlimited'],
  run: onCircuit('resize', async (known, rest, opener, deps) => {
    const wanted = parseWanted(rest);
    return wanted.ok ? startResize(known, opener, deps, wanted.value) : refusalReply(wanted.refusal);
  }),
};

const words: ReadonlyMap<string, Wanted> = new Map([
  ['local', { tier: 'Local' }],
  ['standard', { tier: 'Standard' }],
  ['premium', { tier: 'Premium' }],
  ['metered', { family: 'MeteredData' }],
  ['unlimited', { family: 'UnlimitedData' }],
]);

/** Reads `2 Gbps premium unlimited`, in any order. */
export function parseWanted(rest: readonly Word[]): Result<Wanted, ResizeFormRefusal> {
  const line = rest.map(({ key, value }) => (key === undefined ? value : `${key}:${value}`)).join(' ');
  let wanted: Wanted = {};
  for (const word of line
    .replace(/(\d) +(?=[mg]b?(?:ps|it\/s)?\b)/giu, '$1')
    .split(/\s+/u)
    .filter(Boolean)) {
    const bandwidthMbps = parseBandwidth(word);
    const part = bandwidthMbps === undefined ? words.get(word.toLowerCase()) : { bandwidthMbps };
    if (!part) return refuse({ code: 'resize-word-unknown', word });
    wanted = { ...wanted, ...part };
  }
  return answer(wanted);
}
