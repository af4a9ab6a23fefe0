import { parseArgs } from 'node:util';

export const suiteNames = ['poll', 'ack', 'start', 'tell', 'sessions'] as const;
export type SuiteName = (typeof suiteNames)[number];

export type Options = { readonly out: string; readonly only?: SuiteName; readonly quick: boolean };

export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: 'string', default: 'tmp/bench.json' },
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  });
  const only = suiteNames.find((name) => name === values.only);
  if (values.only !== undefined && !only) {
    throw new Error(`--only takes one of ${suiteNames.join(', ')}, not "${values.only}"`);
  }
  return { out: values.out, only, quick: values.quick };
}
