import type { IrrSource } from '../world/records.ts';
import type { RegistryWorld } from '../world/registry-world.ts';
import { type IrrdMemory, irrdCommand } from './irrd-commands.ts';
import { irrdFlags } from './irrd-flags.ts';
import { failed, irrdFrame, ripeFrame } from './outcome.ts';
import { createSelection } from './selection.ts';
import type { WhoisSession } from './session.ts';

const complaints = {
  'too-many': 'Query rate limit exceeded',
  internal: 'An internal error occurred while processing this query.',
  'too-long': 'Query too long',
} as const;

/** An IRRd: both styles in one connection, each query answered in its own, and closed behind one unless asked to stay. */
export function createIrrdSession(world: RegistryWorld, served: readonly IrrSource[]): WhoisSession {
  const memory: IrrdMemory = {
    selection: createSelection(world, served),
    timeoutSeconds: 30,
    isKept: false,
  };
  return {
    greeting: '',
    answer(line) {
      if (line.toUpperCase() === '!Q') return { text: '', closes: true };
      const text = isIrrdStyle(line)
        ? irrdFrame(irrdCommand(line.slice(1), memory))
        : ripeFrame(irrdFlags(line, memory));
      return { text, closes: !memory.isKept };
    },
    refuse(line, why) {
      const frame = isIrrdStyle(line) ? irrdFrame : ripeFrame;
      return { text: frame(failed(complaints[why])), closes: why !== 'internal' || !memory.isKept };
    },
    idleMs: () => memory.timeoutSeconds * 1_000,
  };
}

const isIrrdStyle = (line: string): boolean => line.startsWith('!');
